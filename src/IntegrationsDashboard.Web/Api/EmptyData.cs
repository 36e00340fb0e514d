namespace IntegrationsDashboard.Web.Api;

/// <summary>The answer of calls that have nothing to say: <c>{}</c>.</summary>
internal sealed record EmptyData;
