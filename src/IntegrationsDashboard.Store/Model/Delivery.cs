namespace IntegrationsDashboard.Store.Model;

/// <summary>One message to one webhook.</summary>
public sealed class Delivery
{
    /// <summary>Its running number; deliveries about one integration to one webhook leave in this order.</summary>
    public long Id { get; init; }

    /// <summary>The webhook.</summary>
    public required int WebhookId { get; init; }

    /// <summary>The message's id as its receiver sees it, the same for every attempt; begins with <c>msg_</c>.</summary>
    public required string MessageId { get; init; }

    /// <summary>The message's type, see <see cref="MessageTypes"/>.</summary>
    public required string Type { get; init; }

    /// <summary>The integration it is about; null for those about none.</summary>
    public string? IntegrationId { get; init; }

    /// <summary>What is sent, as JSON.</summary>
    public required string Payload { get; init; }

    /// <summary>When it came to be (UTC).</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>What became of it.</summary>
    public required DeliveryState State { get; set; }

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; set; }

    /// <summary>When it is tried next (UTC); null where it is not.</summary>
    public DateTimeOffset? NextAttemptAt { get; set; }

    /// <summary>Which process is trying it now.</summary>
    public string? Owner { get; set; }

    /// <summary>Until when that process may (UTC).</summary>
    public DateTimeOffset? LeaseUntil { get; set; }

    /// <summary>The HTTP status of the last answer; null where none came.</summary>
    public int? LastStatus { get; set; }

    /// <summary>When it was acknowledged or given up (UTC).</summary>
    public DateTimeOffset? EndedAt { get; set; }
}
