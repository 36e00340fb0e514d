using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using IntegrationsDashboard.Web.Api.Connect;
using IntegrationsDashboard.Web.Api.Embeds;
using IntegrationsDashboard.Web.Api.Events;
using IntegrationsDashboard.Web.Api.Integrations;
using IntegrationsDashboard.Web.Api.Keys;
using IntegrationsDashboard.Web.Api.Syncs;
using IntegrationsDashboard.Web.Api.Tools;

namespace IntegrationsDashboard.Web.Api;

/// <summary>How the API's answers are written.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(ApiError))]
[JsonSerializable(typeof(ApiSuccess<CreatedData>))]
[JsonSerializable(typeof(ApiSuccess<EmptyData>))]
[JsonSerializable(typeof(ApiSuccess<IntegrationData>))]
[JsonSerializable(typeof(ApiSuccess<StatusData>))]
[JsonSerializable(typeof(ApiSuccess<LogsData>))]
[JsonSerializable(typeof(ApiSuccess<LinkData>))]
[JsonSerializable(typeof(ApiSuccess<CreatedEmbedData>))]
[JsonSerializable(typeof(ApiSuccess<EmbedsData>))]
[JsonSerializable(typeof(ApiSuccess<ConnectedData>))]
[JsonSerializable(typeof(ApiSuccess<ToolsData>))]
[JsonSerializable(typeof(ApiSuccess<SyncRequestedData>))]
[JsonSerializable(typeof(ApiSuccess<CheckedKeyData>))]
[JsonSerializable(typeof(ApiSuccess<IntegrationsData>))]
[JsonSerializable(typeof(ApiSuccess<HistoryData>))]
[JsonSerializable(typeof(ApiSuccess<SyncsData>))]
[JsonSerializable(typeof(ApiSuccess<SyncData>))]
[JsonSerializable(typeof(ApiSuccess<LogPageData>))]
[JsonSerializable(typeof(StateChangedData))]
internal sealed partial class ApiJson : JsonSerializerContext
{
    /// <summary>
    /// What all answers are written with. They are never part of a page, so quotes and umlauts may stay readable.
    /// </summary>
    public static ApiJson Wire { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new InstantConverter() },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
