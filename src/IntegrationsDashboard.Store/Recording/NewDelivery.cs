namespace IntegrationsDashboard.Store.Recording;

/// <summary>A message as its receivers get it.</summary>
/// <param name="MessageId">Its id, the same for all receivers and attempts.</param>
/// <param name="Type">Its type.</param>
/// <param name="IntegrationId">The integration it is about.</param>
/// <param name="Payload">What is sent, as JSON.</param>
public sealed record NewDelivery(string MessageId, string Type, string? IntegrationId, string Payload);
