namespace IntegrationsDashboard.Store.Queries;

/// <summary>What became of the attempts of one hour.</summary>
/// <param name="Hour">When the hour begins (UTC).</param>
/// <param name="Succeeded">How many attempts were acknowledged.</param>
/// <param name="Failed">How many were not.</param>
public sealed record DeliveryCount(DateTimeOffset Hour, int Succeeded, int Failed);
