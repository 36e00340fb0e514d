using Humanizer;
using IntegrationsDashboard.Status;
using IntegrationsDashboard.Web.Catalogue;
using IntegrationsDashboard.Web.Resources;
using Microsoft.Extensions.Localization;

namespace IntegrationsDashboard.Web.Texts;

/// <summary>Puts statuses, reasons and next steps into the reader's language. Pages and API say the same.</summary>
public sealed class StatusTexts(IStringLocalizer<StatusResources> texts, StatusRules rules)
{
    /// <summary>The status's name, such as "Sync Failing".</summary>
    public string Label(IntegrationStatus status) => texts[$"Status_{status}"];

    /// <summary>What the status means, in a sentence.</summary>
    public string Meaning(IntegrationStatus status) => texts[$"Meaning_{status}"];

    /// <summary>What to do.</summary>
    public string Label(NextStepKind kind) => texts[$"Step_{kind}"];

    /// <summary>A sync's state.</summary>
    public string Label(SyncState state) => texts[$"Sync_{state}"];

    /// <summary>The reason in full: what happened, then what to do, then the tool's own words where there are any.</summary>
    public string Reason(string tool, StatusReason reason, Moments moments)
    {
        var sentence = Sentence(tool, reason, moments);
        return reason.Message is { } message ? texts["Reason_WithMessage", sentence, message] : sentence;
    }

    /// <summary>
    /// The reason in one line: for refused credentials the two instants that matter, else the tool's own words where there are any.
    /// </summary>
    public string ReasonInOneLine(string tool, StatusReason reason, Moments moments)
    {
        var line = texts[$"Line_{reason.Code}", moments.Brief(reason.Since), reason.Until is { } until ? moments.Brief(until) : ""];
        return line.ResourceNotFound ? reason.Message ?? Sentence(tool, reason, moments) : line;
    }

    /// <summary>The reason without the tool's own words.</summary>
    public string Sentence(string tool, StatusReason reason, Moments moments)
    {
        var since = moments.Brief(reason.Since);
        var until = reason.Until is { } instant ? moments.Brief(instant) : "";
        var key = $"Reason_{reason.Code}";
        return reason.Code switch
        {
            ReasonCode.SwitchedOffByPerson => texts[key, since, reason.By.Name ?? texts["Actor_Person"]],
            ReasonCode.SwitchedOffByApi => texts[key, since, reason.By.Name ?? texts["Actor_ApiKey"]],
            ReasonCode.SwitchedOffWhenIdle => texts[key, since, rules.IdleLimit.Humanize(maxUnit: TimeUnit.Day)],
            ReasonCode.DeletedDataKept =>
                texts[key, since, until, (reason.Until!.Value - moments.Now).Humanize(maxUnit: TimeUnit.Day)],
            _ => texts[key, since, until, ToolCatalogue.Label(tool)],
        };
    }
}
