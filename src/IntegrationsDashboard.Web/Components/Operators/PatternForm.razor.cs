using System.Globalization;
using IntegrationsDashboard.Status;
using IntegrationsDashboard.Status.Explaining;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Web.Catalogue;
using IntegrationsDashboard.Web.Components.Shared;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace IntegrationsDashboard.Web.Components.Operators;

/// <summary>Asks which messages are explained, and how.</summary>
public sealed partial class PatternForm
{
    // The others are about what no error message can tell.
    private static readonly NextStepKind[] Steps =
    [
        NextStepKind.SendReconnectionLink, NextStepKind.EnterCredentials, NextStepKind.Reconnect, NextStepKind.ConfigureFilters,
        NextStepKind.CreateSetupLink, NextStepKind.OpenLog, NextStepKind.ContactSupport,
    ];

    private IReadOnlyList<string> _tools = [];
    private PatternProblem _problem;
    private string? _refusal;
    private bool _busy;

    /// <summary>What is written.</summary>
    [Parameter, EditorRequired]
    public PatternDraft Draft { get; set; } = null!;

    /// <summary>The number of the explanation; null for a new one.</summary>
    [Parameter]
    public int? Id { get; set; }

    /// <summary>The operator.</summary>
    [Parameter, EditorRequired]
    public Initiator By { get; set; } = null!;

    /// <summary>The language that is written.</summary>
    [Parameter, EditorRequired]
    public string Language { get; set; } = Languages.Default;

    /// <summary>Another language is to be written.</summary>
    [Parameter, EditorRequired]
    public EventCallback<string> OnLanguage { get; set; }

    /// <summary>Something was written.</summary>
    [Parameter, EditorRequired]
    public EventCallback OnEdited { get; set; }

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        _tools = [.. ToolCatalogue.All.OrderBy(tool => tool.Value, StringComparer.CurrentCultureIgnoreCase).Select(tool => tool.Key)];
        PatternExpression.TryRead(Draft.Expression, out _problem);
    }

    private static string NativeName(string language)
    {
        var culture = CultureInfo.GetCultureInfo(language);
        return culture.TextInfo.ToTitleCase(culture.NativeName);
    }

    private string NameOf(string? tool) => string.IsNullOrEmpty(tool) ? Text["AllTools"] : ToolCatalogue.Label(tool);

    private Task ExpressionAsync(string? text) => EditAsync(() =>
    {
        Draft.Expression = text ?? "";
        PatternExpression.TryRead(Draft.Expression, out _problem);
    });

    private Task ToolAsync(string? tool) => EditAsync(() => Draft.Tool = tool ?? "");

    private Task StepAsync(NextStepKind step) => EditAsync(() => Draft.Step = step);

    private Task SentenceAsync(string? text) => EditAsync(() => Draft.Texts[Language] = Draft.Texts[Language] with { Sentence = text ?? "" });

    private Task AdviceAsync(string? text) => EditAsync(() => Draft.Texts[Language] = Draft.Texts[Language] with { Advice = text ?? "" });

    private Task EditAsync(Action edit)
    {
        edit();
        _refusal = null;
        return OnEdited.InvokeAsync();
    }

    private async Task SaveAsync()
    {
        PatternExpression.TryRead(Draft.Expression, out _problem);
        if (_problem != PatternProblem.None)
        {
            _refusal = Text[$"Problem_{_problem}", PatternExpression.Longest];
            return;
        }

        _busy = true;
        var saved = false;
        try
        {
            var report = Draft.ToReport();
            saved = await Snackbar.TryAsync(
                Layout,
                () => Ledger.WriteAsync(session => Id is { } id ? session.ChangePatternAsync(By, id, report) : session.AddPatternAsync(By, report)),
                refusal => _refusal = refusal);
        }
        finally
        {
            _busy = false;
        }

        if (saved && _refusal is null)
        {
            Snackbar.Add(Text["Saved"], Severity.Success);
            Navigation.NavigateTo(Links.ErrorPatterns);
        }
    }
}
