using System.Text.Json.Nodes;

namespace IntegrationsDashboard.Web.Tests.Api.Documented;

/// <summary>A call as the document tells of it.</summary>
public sealed class DocumentedOperation(DocumentedApi api, string method, string path, JsonObject node)
{
    public DocumentedApi Api => api;

    public string Method => method;

    public string Path => path;

    public JsonObject Node => node;

    public string Id => Node["operationId"]!.GetValue<string>();

    public IReadOnlyList<DocumentedParameter> Parameters { get; } =
        [.. (node["parameters"]?.AsArray() ?? []).Select(parameter => new DocumentedParameter(parameter!.AsObject()))];

    /// <summary>What bodies it takes, by content type.</summary>
    public IReadOnlyDictionary<string, JsonObject> Bodies { get; } =
        (node["requestBody"]?["content"]?.AsObject() ?? []).ToDictionary(body => body.Key, body => body.Value!.AsObject());

    /// <summary>Whether there has to be a body.</summary>
    public bool NeedsBody => node["requestBody"]?["required"]?.GetValue<bool>() == true;

    /// <summary>The HTTP statuses that it answers with.</summary>
    public IReadOnlyList<int> Statuses { get; } = [.. node["responses"]!.AsObject().Select(response => int.Parse(response.Key, null))];

    /// <summary>The HTTP status of an answer that went well.</summary>
    public int Good => Statuses.Single(status => status < 300);

    /// <summary>What an answer of a status holds, by content type.</summary>
    public IReadOnlyDictionary<string, JsonObject> Answers(int status) =>
        (Api.Follow(Node["responses"]![$"{status}"]!)["content"]?.AsObject() ?? []).ToDictionary(answer => answer.Key, answer => answer.Value!.AsObject());

    /// <summary>The request of the document's examples.</summary>
    /// <param name="example">What the examples' ids are in truth.</param>
    /// <param name="type">The content type of the body; null for the first.</param>
    public DocumentedRequest Example(Func<string, string> example, string? type = null)
    {
        string Value(DocumentedParameter parameter) => example(parameter.Example!);
        var target = Path;
        foreach (var parameter in Parameters.Where(parameter => parameter.Place == "path"))
        {
            target = target.Replace($"{{{parameter.Name}}}", Uri.EscapeDataString(Value(parameter)), StringComparison.Ordinal);
        }

        var query = Parameters
            .Where(parameter => parameter is { Place: "query", Example: not null })
            .Select(parameter => $"{parameter.Name}={Uri.EscapeDataString(Value(parameter))}");
        var body = Bodies.Count == 0 ? default : type is null ? Bodies.First() : Bodies.Single(body => body.Key == type);
        return new DocumentedRequest
        {
            Method = Method,
            Path = query.Any() ? $"{target}?{string.Join('&', query)}" : target,
            Headers = Parameters.Where(parameter => parameter is { Place: "header", Example: not null }).ToDictionary(parameter => parameter.Name, Value),
            ContentType = body.Key,
            Body = body.Value?["example"] is { } text
                ? example(text is JsonValue value && value.TryGetValue(out string? lines) ? lines : text.ToJsonString())
                : null,
        };
    }

    public override string ToString() => $"{Method} {Path}";
}
