using IntegrationsDashboard.Store.Model;

namespace IntegrationsDashboard.Store.Recording;

/// <summary>How an attempt to deliver went.</summary>
/// <param name="Attempt">What is kept of it.</param>
/// <param name="State">What becomes of the delivery: delivered, still pending, or given up.</param>
/// <param name="NextAttemptAt">When it is tried next (UTC), where it is still pending.</param>
/// <param name="IsGone">Whether the receiver wants no more messages at all.</param>
public sealed record AttemptOutcome(DeliveryAttempt Attempt, DeliveryState State, DateTimeOffset? NextAttemptAt = null, bool IsGone = false);
