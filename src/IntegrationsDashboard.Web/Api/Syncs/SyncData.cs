using IntegrationsDashboard.Web.Api.Integrations;

namespace IntegrationsDashboard.Web.Api.Syncs;

/// <summary>A sync.</summary>
internal sealed record SyncData
{
    /// <summary>One for the API's document.</summary>
    public const string Example =
        """
        {
          "id": "acme-2", "integration_id": "personio:4Kd8sQm2Vb7TzXw9LpRf3NcY", "state": "FAILED", "type": "FULL",
          "started_at": "2026-11-24T02:00:00Z", "ended_at": "2026-11-24T02:10:00Z", "duration_ms": 600000,
          "error": { "message": "Personio answered 503." },
          "explanation": {
            "kind": "outage",
            "text": "Personio cannot be reached or has a problem of its own. There is nothing to do now: the next sync tries again. If it lasts, tell Personio.",
            "next_step": {
              "kind": "open_log", "label": "Open the log",
              "url": "https://dashboard.example/integrations/personio:4Kd8sQm2Vb7TzXw9LpRf3NcY/syncs/acme-2?entry=2"
            }
          },
          "models": [{ "name": "employees", "records": 412, "added": 3, "changed": 9, "removed": null }],
          "log": { "entries": 3, "warnings": 0, "errors": 1, "first_warning": null, "first_error": 2 },
          "log_url": "https://dashboard.example/integrations/personio:4Kd8sQm2Vb7TzXw9LpRf3NcY/syncs/acme-2?entry=2"
        }
        """;

    public required string Id { get; init; }

    public required string IntegrationId { get; init; }

    /// <summary>RUNNING, or how it ended, such as PARTIALLY_FAILED.</summary>
    public required string State { get; init; }

    /// <summary>FULL or DELTA.</summary>
    public required string Type { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it ended (UTC); null while it runs.</summary>
    public required DateTimeOffset? EndedAt { get; init; }

    /// <summary>How long it took, in milliseconds; null while it runs.</summary>
    public required long? DurationMs { get; init; }

    /// <summary>What was said to have gone wrong; null where nothing was.</summary>
    public required SyncErrorData? Error { get; init; }

    /// <summary>What that means, or else what the first error of its log does; null where there is none, or nothing is known of it.</summary>
    public required ExplanationData? Explanation { get; init; }

    public required IReadOnlyList<SyncModelData> Models { get; init; }

    public required LogSummaryData Log { get; init; }

    /// <summary>The absolute address of the page that shows it, at the log entry that explains how it ended.</summary>
    public required string LogUrl { get; init; }
}
