using IntegrationsDashboard.Store.Model;

namespace IntegrationsDashboard.Store.Queries;

/// <summary>Which deliveries.</summary>
/// <param name="State">Only those in this state; null for all.</param>
/// <param name="Type">Only messages of this type; null for all.</param>
public sealed record DeliveryFilter(DeliveryState? State = null, string? Type = null);
