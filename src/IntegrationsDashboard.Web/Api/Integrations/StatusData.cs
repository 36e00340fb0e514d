namespace IntegrationsDashboard.Web.Api.Integrations;

/// <summary>One of the nine statuses with everything there is to say about it.</summary>
internal sealed record StatusData
{
    /// <summary>One for the API's document.</summary>
    public const string Example =
        """
        {
          "status": "sync-failing", "label": "Sync Failing", "reason": "The last sync failed: Personio answered 503.",
          "explanation": {
            "kind": "outage",
            "text": "Personio cannot be reached or has a problem of its own. There is nothing to do now: the next sync tries again. If it lasts, tell Personio.",
            "next_step": {
              "kind": "open_log", "label": "Open the log",
              "url": "https://dashboard.example/integrations/personio:4Kd8sQm2Vb7TzXw9LpRf3NcY/syncs/acme-2?entry=2"
            }
          },
          "since": "2026-11-24T02:10:00Z",
          "syncs_automatically": true, "state": "ACTIVE", "setup_status": "COMPLETED", "qa_status": "PASSED", "next_change_at": null,
          "evidence": {
            "sync_id": "acme-2", "entry": 2,
            "log_url": "https://dashboard.example/integrations/personio:4Kd8sQm2Vb7TzXw9LpRf3NcY/syncs/acme-2?entry=2"
          },
          "next_steps": [
            {
              "kind": "open_log", "label": "Open the log",
              "url": "https://dashboard.example/integrations/personio:4Kd8sQm2Vb7TzXw9LpRf3NcY/syncs/acme-2?entry=2"
            }
          ]
        }
        """;

    /// <summary>The word that the pages carry as <c>data-status</c>, such as <c>sync-failing</c>.</summary>
    public required string Status { get; init; }

    /// <summary>The status's name.</summary>
    public required string Label { get; init; }

    /// <summary>Why, in a sentence for people.</summary>
    public required string Reason { get; init; }

    /// <summary>What the error message behind it means; null where there is none, or nothing is known of it.</summary>
    public required ExplanationData? Explanation { get; init; }

    /// <summary>Since when (UTC).</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>Whether syncs start by themselves.</summary>
    public required bool SyncsAutomatically { get; init; }

    /// <summary>The published, coarser state: ACTIVE, INVALID or INACTIVE.</summary>
    public required string State { get; init; }

    /// <summary>INCOMPLETE, FINAL_SYNC_PENDING or COMPLETED.</summary>
    public required string SetupStatus { get; init; }

    /// <summary>PENDING, FAILED or PASSED.</summary>
    public required string QaStatus { get; init; }

    /// <summary>When time alone may change the answer (UTC); null where it never will.</summary>
    public required DateTimeOffset? NextChangeAt { get; init; }

    public required EvidenceData Evidence { get; init; }

    /// <summary>What to do, the most useful first.</summary>
    public required IReadOnlyList<NextStepData> NextSteps { get; init; }
}
