namespace IntegrationsDashboard.Store.Model;

/// <summary>An address outside to which what happens in one environment is told.</summary>
public sealed class Webhook
{
    /// <summary>Its number.</summary>
    public int Id { get; init; }

    /// <summary>Its workspace's number.</summary>
    public required int WorkspaceId { get; init; }

    /// <summary>Its environment's number.</summary>
    public required int EnvironmentId { get; init; }

    /// <summary>What it is sent.</summary>
    public WebhookFormat Format { get; init; }

    /// <summary>Where messages are sent.</summary>
    public required string Url { get; set; }

    /// <summary>The types of messages that are sent, see <see cref="MessageTypes"/>; none for one of <see cref="WebhookFormat.Slack"/>.</summary>
    public required IReadOnlyList<string> Types { get; set; }

    /// <summary>The secret that messages are signed with, protected.</summary>
    public required string ProtectedSecret { get; set; }

    /// <summary>The secret before it, protected; signs beside the new one for a while.</summary>
    public string? ProtectedPreviousSecret { get; set; }

    /// <summary>Until when the secret before signs (UTC).</summary>
    public DateTimeOffset? PreviousSecretUntil { get; set; }

    /// <summary>When it was made (UTC).</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Who made it.</summary>
    public string? CreatedBy { get; init; }

    /// <summary>The last message that was there when it was made or switched on: only those after it are sent.</summary>
    public required long AfterMessageId { get; set; }

    /// <summary>Since when nothing has got through (UTC); null while messages do.</summary>
    public DateTimeOffset? FailingSince { get; set; }

    /// <summary>When it was switched off (UTC); null while it is on.</summary>
    public DateTimeOffset? DisabledAt { get; set; }

    /// <summary>Why it was switched off.</summary>
    public WebhookEnd? DisabledBecause { get; set; }
}
