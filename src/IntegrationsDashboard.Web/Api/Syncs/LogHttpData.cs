using System.Text.Json.Serialization;

namespace IntegrationsDashboard.Web.Api.Syncs;

/// <summary>The request that a log entry is about.</summary>
/// <param name="Method">Such as GET.</param>
/// <param name="Url">The address.</param>
/// <param name="Status">The response's status code; null where none came.</param>
/// <param name="DurationMs">How long it took, in milliseconds.</param>
/// <param name="RequestBody">The request's body; left out where there is none, it was not asked for, or it was erased.</param>
/// <param name="ResponseBody">The response's body, likewise.</param>
internal sealed record LogHttpData(
    string Method,
    string Url,
    int? Status,
    int? DurationMs,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? RequestBody,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? ResponseBody);
