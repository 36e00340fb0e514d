namespace IntegrationsDashboard.Store.Model;

/// <summary>How far a person has seen what changed in a workspace.</summary>
public sealed class SeenMark
{
    /// <summary>The person.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>The workspace's number.</summary>
    public required int WorkspaceId { get; init; }

    /// <summary>The last message to the outside that they have seen.</summary>
    public required long LastMessageId { get; set; }
}
