using System.Text.Json;

namespace IntegrationsDashboard.Notifying.Tests.Webhooks;

/// <summary>What arrived.</summary>
internal sealed record ReceivedMessage(string Path, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public string MessageId => Headers["webhook-id"];

    public string Type => Json.GetProperty("type").GetString()!;

    /// <summary>The integration it is about; null for none.</summary>
    public string? IntegrationId => Data.TryGetProperty("integration_id", out var id) || Data.TryGetProperty("id", out id) ? id.GetString() : null;

    /// <summary>The sync it is about; null for none.</summary>
    public string? SyncId => Data.TryGetProperty("sync_id", out var id) ? id.GetString() : null;

    public JsonElement Data => Json.GetProperty("data");

    private JsonElement Json => JsonDocument.Parse(Body).RootElement;
}
