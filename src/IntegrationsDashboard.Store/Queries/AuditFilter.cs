using IntegrationsDashboard.Store.Model;

namespace IntegrationsDashboard.Store.Queries;

/// <summary>Which entries of the audit log.</summary>
public sealed record AuditFilter
{
    /// <summary>Words that all have to occur somewhere in an entry.</summary>
    public string? Text { get; init; }

    /// <summary>Only what was done so; null for all.</summary>
    public AuditAction? Action { get; init; }

    /// <summary>Only from then on (UTC).</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Only before then (UTC).</summary>
    public DateTimeOffset? Until { get; init; }
}
