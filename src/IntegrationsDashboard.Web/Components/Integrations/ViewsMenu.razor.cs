using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Recording;
using IntegrationsDashboard.Web.Components.Shared;
using IntegrationsDashboard.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace IntegrationsDashboard.Web.Components.Integrations;

/// <summary>Opens, saves, renames and deletes the viewer's views of the list.</summary>
public sealed partial class ViewsMenu
{
    private ElementReference _field;
    private int? _renamed;
    private bool _focuses;
    private string? _newName;
    private string? _name;
    private string? _refusal;
    private string? _taken;
    private int _saved;

    /// <summary>What the list shows.</summary>
    [Parameter, EditorRequired]
    public ListState State { get; set; } = new();

    /// <summary>The viewer's views.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<SavedView> Views { get; set; } = [];

    /// <summary>The workspace, and the viewer.</summary>
    [Parameter, EditorRequired]
    public WorkspaceScope Scope { get; set; }

    /// <summary>Hears that the views have changed.</summary>
    [Parameter]
    public EventCallback OnChanged { get; set; }

    [Inject]
    private Ledger Ledger { get; set; } = null!;

    [Inject]
    private ISnackbar Snackbar { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private IStringLocalizer<LayoutResources> Layout { get; set; } = null!;

    private SavedView? Active => Views.FirstOrDefault(view => ListState.Parse(view.Query).Query == State.Query && State.Query.Length > 0);

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_focuses)
        {
            _focuses = false;
            await _field.FocusAsync();
        }
    }

    private void BeginRename(SavedView view)
    {
        (_renamed, _newName, _focuses) = (view.Id, view.Name, true);
        Refuse(null);
    }

    private async Task RenameAsync(SavedView view)
    {
        if (await TryAsync(session => session.RenameViewAsync(Scope, view.Id, _newName ?? view.Name), Problem(_newName ?? view.Name, view)))
        {
            _renamed = null;
            await OnChanged.InvokeAsync();
        }
    }

    private async Task SaveAsync(bool replaces)
    {
        var name = replaces ? _taken ?? "" : _name ?? "";
        var problem = replaces ? null : Problem(name, null);
        if (await TryAsync(session => session.SaveViewAsync(Scope, new NewView(name, State.Query) { Replaces = replaces }), problem))
        {
            // The field is made anew, empty.
            _name = null;
            _saved++;
            Snackbar.Add(Text["Saved", name.Trim()], Severity.Success);
            await OnChanged.InvokeAsync();
        }
        else if (problem is not null && Find(name) is { } other)
        {
            _taken = other.Name;
        }
    }

    private async Task SetDefaultAsync(SavedView view)
    {
        if (await TryAsync(session => session.SetDefaultViewAsync(Scope, view.IsDefault ? null : view.Id)))
        {
            Snackbar.Add(view.IsDefault ? Text["DefaultUnset"] : Text["DefaultSet", view.Name], Severity.Normal);
            await OnChanged.InvokeAsync();
        }
    }

    private async Task DeleteAsync(SavedView view)
    {
        NewView? deleted = null;
        if (await TryAsync(async session => deleted = await session.DeleteViewAsync(Scope, view.Id)))
        {
            Snackbar.Add(Text["Deleted", view.Name], Severity.Normal, options =>
            {
                options.Action = Text["Undo"];
                options.ActionColor = Color.Primary;
                options.OnClick = _ => InvokeAsync(() => RestoreAsync(deleted!));
            });
            await OnChanged.InvokeAsync();
        }
    }

    private async Task RestoreAsync(NewView view)
    {
        if (await TryAsync(session => session.SaveViewAsync(Scope, view)))
        {
            await OnChanged.InvokeAsync();
        }
    }

    private SavedView? Find(string name) => Views.FirstOrDefault(view => string.Equals(view.Name, name.Trim(), StringComparison.OrdinalIgnoreCase));

    // What the ledger would refuse, in the reader's language.
    private string? Problem(string name, SavedView? itself) =>
        string.IsNullOrWhiteSpace(name) ? Text["NameMissing"].Value
        : Find(name) is { } other && other.Id != itself?.Id ? Text["NameTaken", other.Name].Value
        : itself is null && Views.Count >= NewView.MostPerPerson ? Text["TooMany", NewView.MostPerPerson].Value
        : null;

    private async Task<bool> TryAsync(Func<LedgerSession, Task> work, string? problem = null)
    {
        Refuse(problem);
        return problem is null && await Snackbar.TryAsync(Layout, () => Ledger.WriteAsync(work), Refuse);
    }

    private void Refuse(string? problem) => (_refusal, _taken) = (problem, null);
}
