namespace IntegrationsDashboard.Web.Components.Workspace;

/// <summary>The secret of a webhook at the only time when it is known.</summary>
/// <param name="WebhookId">The webhook.</param>
/// <param name="Url">Where it leads.</param>
/// <param name="Secret">The secret.</param>
public sealed record NewWebhookSecret(int WebhookId, string Url, string Secret);
