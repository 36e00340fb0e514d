using System.Text.Json.Serialization;

namespace IntegrationsDashboard.Web.Api;

/// <summary>The envelope of every answer that went well.</summary>
/// <typeparam name="T">What the call answers with.</typeparam>
/// <param name="Data">The answer.</param>
internal sealed record ApiSuccess<T>(T Data)
    where T : class
{
    [JsonPropertyOrder(-1)]
    public string Status { get; } = "success";
}
