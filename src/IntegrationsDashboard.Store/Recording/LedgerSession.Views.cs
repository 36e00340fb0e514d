using System.Globalization;
using IntegrationsDashboard.Store.Model;
using Microsoft.EntityFrameworkCore;

namespace IntegrationsDashboard.Store.Recording;

public sealed partial class LedgerSession
{
    /// <summary>Saves a view of the list of the scope's workspace for the caller, a person.</summary>
    /// <exception cref="NotAllowedException">The caller may not see the workspace, or is no person.</exception>
    /// <exception cref="RefusedReportException">The name is empty, too long or taken, or there are too many views.</exception>
    public async Task<SavedView> SaveViewAsync(WorkspaceScope scope, NewView report, CancellationToken ct = default)
    {
        var views = await ViewsAsync(scope, ct);
        var name = CheckedName(report.Name);
        var query = report.Query.TrimStart('?');
        if (query.Length > NewView.MaxQuery)
        {
            throw new RefusedReportException("query", $"the list's address is too long to be saved; {NewView.MaxQuery} characters fit.");
        }

        var view = Named(views, name);
        if (view is not null && !report.Replaces)
        {
            throw new RefusedReportException("name", $"you have a view called \"{view.Name}\" already; choose another name.");
        }

        if (view is null && views.Count >= NewView.MostPerPerson)
        {
            throw new RefusedReportException("name", $"{NewView.MostPerPerson} views are all there can be; delete one first.");
        }

        if (view is null)
        {
            view = new SavedView { PersonId = PersonOf(scope.By), WorkspaceId = scope.WorkspaceId, Name = name, Query = query };
            _db.SavedViews.Add(view);
            await _db.SaveChangesAsync(ct);
        }

        view.Query = query;
        if (report.IsDefault)
        {
            await MakeDefaultAsync(views, view, ct);
        }

        await SaveAsync(view, ct);
        return view;
    }

    /// <summary>Gives one of the caller's views another name.</summary>
    /// <exception cref="NotAllowedException">The caller may not see the workspace, or is no person.</exception>
    /// <exception cref="UnknownIdException">They have no such view of the workspace.</exception>
    /// <exception cref="RefusedReportException">The name is empty, too long or taken.</exception>
    public async Task RenameViewAsync(WorkspaceScope scope, int viewId, string name, CancellationToken ct = default)
    {
        var views = await ViewsAsync(scope, ct);
        var view = ViewOf(views, viewId);
        var checkedName = CheckedName(name);
        if (Named(views, checkedName) is { } other && other != view)
        {
            throw new RefusedReportException("name", $"you have a view called \"{other.Name}\" already; choose another name.");
        }

        view.Name = checkedName;
        await SaveAsync(view, ct);
    }

    /// <summary>Deletes one of the caller's views; what it was is returned, so that it can be saved again.</summary>
    /// <exception cref="NotAllowedException">The caller may not see the workspace, or is no person.</exception>
    /// <exception cref="UnknownIdException">They have no such view of the workspace.</exception>
    public async Task<NewView> DeleteViewAsync(WorkspaceScope scope, int viewId, CancellationToken ct = default)
    {
        var view = ViewOf(await ViewsAsync(scope, ct), viewId);
        _db.SavedViews.Remove(view);
        await _db.SaveChangesAsync(ct);
        return new NewView(view.Name, view.Query) { IsDefault = view.IsDefault };
    }

    /// <summary>Has the list open with one of the caller's views, or as it is where that is null.</summary>
    /// <exception cref="NotAllowedException">The caller may not see the workspace, or is no person.</exception>
    /// <exception cref="UnknownIdException">They have no such view of the workspace.</exception>
    public async Task SetDefaultViewAsync(WorkspaceScope scope, int? viewId, CancellationToken ct = default)
    {
        var views = await ViewsAsync(scope, ct);
        await MakeDefaultAsync(views, viewId is { } id ? ViewOf(views, id) : null, ct);
    }

    private static string CheckedName(string text)
    {
        var name = text.Trim();
        return name.Length == 0
            ? throw new RefusedReportException("name", "a view needs a name.")
            : name.Length > NewView.MaxName || name.Any(char.IsControl)
                ? throw new RefusedReportException("name", $"a name has {NewView.MaxName} characters at the most, in one line.")
                : name;
    }

    private static SavedView? Named(List<SavedView> views, string name) =>
        views.Find(view => string.Equals(view.Name, name, StringComparison.OrdinalIgnoreCase));

    private static SavedView ViewOf(List<SavedView> views, int id) =>
        views.Find(view => view.Id == id) ?? throw new UnknownIdException("view", id.ToString(CultureInfo.InvariantCulture));

    private async Task<List<SavedView>> ViewsAsync(WorkspaceScope scope, CancellationToken ct)
    {
        Demand(scope, Rights.Read);
        var personId = PersonOf(scope.By);
        return await _db.SavedViews.Where(view => view.PersonId == personId && view.WorkspaceId == scope.WorkspaceId).ToListAsync(ct);
    }

    private async Task MakeDefaultAsync(List<SavedView> views, SavedView? chosen, CancellationToken ct)
    {
        foreach (var view in views.Where(view => view.IsDefault && view != chosen))
        {
            view.IsDefault = false;
            await SaveAsync(view, ct);
        }

        if (chosen is not null)
        {
            chosen.IsDefault = true;
            await SaveAsync(chosen, ct);
        }
    }
}
