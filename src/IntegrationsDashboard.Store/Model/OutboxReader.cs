namespace IntegrationsDashboard.Store.Model;

/// <summary>How far somebody has read the messages to the outside.</summary>
public sealed class OutboxReader
{
    /// <summary>Who reads.</summary>
    public required string Id { get; init; }

    /// <summary>The last message that was read.</summary>
    public long LastMessageId { get; set; }
}
