using System.Text.Json.Serialization;

namespace IntegrationsDashboard.Web.Api;

/// <summary>The envelope of every answer that did not go well.</summary>
/// <param name="Error">What went wrong.</param>
internal sealed record ApiError(ApiErrorDetail Error)
{
    [JsonPropertyOrder(-1)]
    public string Status { get; } = "error";
}
