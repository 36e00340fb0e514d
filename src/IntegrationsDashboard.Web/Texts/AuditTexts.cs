using System.Globalization;
using Humanizer;
using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Web.Catalogue;
using IntegrationsDashboard.Web.Resources;
using IntegrationsDashboard.Web.Security;
using Microsoft.Extensions.Localization;

namespace IntegrationsDashboard.Web.Texts;

/// <summary>Puts lines of the audit log into words.</summary>
/// <param name="texts">The words.</param>
/// <param name="layout">Those that all pages share.</param>
/// <param name="statuses">Those for statuses.</param>
public sealed class AuditTexts(IStringLocalizer<WorkspaceResources> texts, IStringLocalizer<LayoutResources> layout, StatusTexts statuses)
{
    /// <summary>What was done, such as "switched on".</summary>
    public string Label(AuditAction action) => texts[$"Action_{action}"];

    /// <summary>Who did it.</summary>
    public string Who(AuditEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.ActorName is { } name ? texts[$"Actor_{entry.ActorKind}", name] : texts["ActorUnknown"];
    }

    /// <summary>What else it was done to, besides an integration; null for nothing.</summary>
    public string? Subject(AuditEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.Subject is not { } subject ? null : entry.Action switch
        {
            AuditAction.IntegrationCreated => ToolCatalogue.Label(subject),
            AuditAction.SyncRequested when Enum.TryParse<SyncType>(subject, out var type) => layout[$"SyncType_{type}"],
            AuditAction.LinkCreated or AuditAction.LinkRevoked when Enum.TryParse<LinkKind>(subject, out var kind) => texts[$"Link_{kind}"],
            _ => subject,
        };
    }

    /// <summary>The value before, in words; null for none.</summary>
    public string? Before(AuditEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return Value(entry.Action, entry.OldValue);
    }

    /// <summary>The value after, in words; null for none.</summary>
    public string? After(AuditEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return Value(entry.Action, entry.NewValue);
    }

    private string? Value(AuditAction action, string? value) => value is null ? null : action switch
    {
        AuditAction.ScheduleSet => Schedule(value),
        AuditAction.KeyCreated when Enum.TryParse<Rights>(value, out var rights) =>
            string.Join(", ", KeyScopes.WordsOf(rights).Select(word => texts[$"Scope_{word}"].Value)),
        AuditAction.KeyRotated or AuditAction.KeyRevoked => value.Length == 0 ? null : $"…{value}",
        AuditAction.WebhookSwitched or AuditAction.PatternSwitched => texts[$"Switched_{value}"],
        AuditAction.Invited or AuditAction.Joined or AuditAction.RoleChanged or AuditAction.MemberRemoved =>
            value == "Operator" || Enum.TryParse<Role>(value, out _) ? texts[$"Role_{value}"] : value,
        _ => StatusWords.Parse(value) is { } status ? statuses.Label(status) : value,
    };

    private static string Schedule(string value)
    {
        var parts = value.Split(", ").Select(part => TimeSpan.TryParseExact(part, "c", CultureInfo.InvariantCulture, out var every) ? every : (TimeSpan?)null).ToList();
        return parts.Contains(null) ? value : string.Join(" / ", parts.Select(part => part!.Value.Humanize(2, maxUnit: TimeUnit.Hour, minUnit: TimeUnit.Minute)));
    }
}
