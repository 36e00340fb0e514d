namespace IntegrationsDashboard.Store.Recording;

/// <summary>A delivery that this process tries now.</summary>
public sealed record ClaimedDelivery
{
    /// <summary>The delivery's number.</summary>
    public required long Id { get; init; }

    /// <summary>Which process tries it.</summary>
    public required string Owner { get; init; }

    /// <summary>Until when it may (UTC); then another takes it.</summary>
    public required DateTimeOffset LeaseUntil { get; init; }

    /// <summary>The webhook's number.</summary>
    public required int WebhookId { get; init; }

    /// <summary>The number of the webhook's workspace.</summary>
    public required int WorkspaceId { get; init; }

    /// <summary>Where it goes.</summary>
    public required string Url { get; init; }

    /// <summary>The secrets to sign it with, protected; the newest first.</summary>
    public required IReadOnlyList<string> ProtectedSecrets { get; init; }

    /// <summary>The message's id.</summary>
    public required string MessageId { get; init; }

    /// <summary>What is sent, as JSON.</summary>
    public required string Payload { get; init; }

    /// <summary>How often it was tried before.</summary>
    public required int Attempts { get; init; }
}
