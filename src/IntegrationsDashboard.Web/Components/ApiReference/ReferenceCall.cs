using System.Text;
using Microsoft.OpenApi;

namespace IntegrationsDashboard.Web.Components.ApiReference;

/// <summary>A call as the page shows it.</summary>
/// <param name="Method">Its HTTP method.</param>
/// <param name="Path">Its path, with names in braces.</param>
/// <param name="Operation">What the document says about it.</param>
public sealed record ReferenceCall(string Method, string Path, OpenApiOperation Operation)
{
    /// <summary>Its place on the page.</summary>
    public string Anchor => Operation.OperationId ?? $"{Method}{Path}";

    /// <summary>The address of its place.</summary>
    public string Link => $"{Links.ApiReference}#{Anchor}";

    /// <summary>The heading that it stands under.</summary>
    public string Tag => Operation.Tags?.FirstOrDefault()?.Name ?? "";

    /// <summary>The example as a command for a shell, whose variable API_KEY holds the key.</summary>
    /// <param name="address">Where the dashboard is, without a slash at the end.</param>
    public string Command(string address)
    {
        var parameters = Operation.Parameters ?? [];
        var path = parameters.Where(parameter => parameter.In == ParameterLocation.Path)
            .Aggregate(Path, (text, parameter) => text.Replace($"{{{parameter.Name}}}", $"{parameter.Example}", StringComparison.Ordinal));
        var query = string.Join('&', parameters
            .Where(parameter => parameter is { In: ParameterLocation.Query, Example: not null })
            .Select(parameter => $"{parameter.Name}={Uri.EscapeDataString($"{parameter.Example}")}"));
        var command = new StringBuilder($"curl{(Method == "GET" ? "" : $" -X {Method}")} '{address}{path}{(query.Length == 0 ? "" : $"?{query}")}' \\\n  -H \"Authorization: Bearer $API_KEY\"");
        foreach (var header in parameters.Where(parameter => parameter is { In: ParameterLocation.Header, Example: not null }))
        {
            command.Append(" \\\n  -H '").Append(header.Name).Append(": ").Append(header.Example).Append('\'');
        }

        if (Operation.RequestBody?.Content?.FirstOrDefault() is { Value.Example: { } example } body)
        {
            command.Append(" \\\n  -H 'Content-Type: ").Append(body.Key).Append("' \\\n  -d '").Append(ReferenceText.Pretty(example)).Append('\'');
        }

        return command.ToString();
    }
}
