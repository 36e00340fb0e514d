using IntegrationsDashboard.Store.Model;

namespace IntegrationsDashboard.Store.Recording;

/// <summary>A person or channel that may be told something, and what they want to be told.</summary>
/// <param name="PersonId">The person; null for a channel.</param>
/// <param name="WebhookId">The webhook of the channel; null for a person.</param>
/// <param name="EnvironmentId">The only environment it is told of; null for all of the workspace.</param>
/// <param name="AfterMessageId">It is told nothing of messages up to this one.</param>
/// <param name="Choice">What they want to be told.</param>
internal sealed record NoticeListener(Guid? PersonId, int? WebhookId, int? EnvironmentId, long AfterMessageId, NoticeChoice Choice)
{
    /// <summary>Whether they may be told of an integration by a message, or by none.</summary>
    public bool Hears(Integration integration, long? messageId) =>
        (EnvironmentId is null || EnvironmentId == integration.EnvironmentId) && (messageId is null || AfterMessageId < messageId);
}
