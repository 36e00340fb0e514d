namespace IntegrationsDashboard.Web.Api.Description;

/// <summary>The ids in all examples.</summary>
internal static class CallExamples
{
    public const string IntegrationId = "personio:4Kd8sQm2Vb7TzXw9LpRf3NcY";

    public const string SyncId = "acme-2";

    /// <summary>Where an integration's status is shown.</summary>
    public const string EmbedId = "5e7a9c1d-2b4f-4a6e-8c0d-1f3b5d7f9a2c";

    /// <summary>The token of a link.</summary>
    public const string Token = "Zq3vH8nLr0T5yBw2KdXe7A";
}
