namespace IntegrationsDashboard.Store.Model;

/// <summary>
/// What a person wants to be told about a workspace, or what is told to a channel. A member without one has <see cref="NoticeChoice.Default"/>,
/// an operator who is no member <see cref="NoticeChoice.OfOperators"/>.
/// </summary>
public sealed class NoticeRule
{
    /// <summary>Its number.</summary>
    public int Id { get; init; }

    /// <summary>The workspace; null for what an operator is told about the quality-assurance queue of all of them.</summary>
    public int? WorkspaceId { get; init; }

    /// <summary>The person who is told by mail; null for a channel.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>The webhook of the channel; null for a person.</summary>
    public int? WebhookId { get; init; }

    /// <summary>What, and how soon.</summary>
    public required NoticeChoice Choice { get; set; }
}
