using IntegrationsDashboard.Status;

namespace IntegrationsDashboard.Store.Model;

/// <summary>One line of the audit log: who did what, when, from where, to what. Written in the transaction that did it.</summary>
public sealed class AuditEntry
{
    /// <summary>Its running number.</summary>
    public long Id { get; init; }

    /// <summary>When (UTC).</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The workspace; null for what concerns a person or the whole dashboard.</summary>
    public int? WorkspaceId { get; init; }

    /// <summary>What was done.</summary>
    public required AuditAction Action { get; init; }

    /// <summary>What kind of actor did it.</summary>
    public required ActorKind ActorKind { get; init; }

    /// <summary>The actor's name.</summary>
    public string? ActorName { get; init; }

    /// <summary>The person, where one signed in did it.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>The API key, where a program did it.</summary>
    public int? ApiKeyId { get; init; }

    /// <summary>The IP address it came from.</summary>
    public string? Address { get; init; }

    /// <summary>The integration it was done to.</summary>
    public string? IntegrationId { get; init; }

    /// <summary>What else it was done to: a key's name, a member's address.</summary>
    public string? Subject { get; init; }

    /// <summary>The value before.</summary>
    public string? OldValue { get; init; }

    /// <summary>The value after.</summary>
    public string? NewValue { get; init; }

    /// <summary>All of it in lower case, to be searched.</summary>
    public required string SearchText { get; init; }
}
