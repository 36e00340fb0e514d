using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace IntegrationsDashboard.Syncing.Connectors.Http;

/// <summary>What a tool answered.</summary>
/// <param name="Json">The body.</param>
/// <param name="Headers">The headers.</param>
internal sealed record ToolAnswer(JsonNode Json, HttpResponseHeaders Headers);
