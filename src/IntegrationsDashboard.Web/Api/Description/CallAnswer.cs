using System.Text.Json.Nodes;

namespace IntegrationsDashboard.Web.Api.Description;

/// <summary>The answer of a call that went well.</summary>
/// <param name="HttpStatus">Its HTTP status.</param>
/// <param name="ContentType">Its content type.</param>
/// <param name="Type">What the body is written from, the envelope included; null where it is no JSON.</param>
/// <param name="Example">A body that it may answer with.</param>
internal sealed record CallAnswer(int HttpStatus, string ContentType, Type? Type, JsonNode? Example)
{
    /// <summary>What it says about itself.</summary>
    public string Text { get; init; } = "Done.";

    /// <summary>200 with data in the envelope.</summary>
    /// <typeparam name="T">The data.</typeparam>
    /// <param name="example">The data of an answer, as JSON.</param>
    public static CallAnswer Of<T>(string example)
        where T : class => OfStatus<T>(StatusCodes.Status200OK, example);

    /// <summary>201 with data in the envelope, and a header that says where what was made is found.</summary>
    /// <inheritdoc cref="Of{T}"/>
    public static CallAnswer Created<T>(string example)
        where T : class => OfStatus<T>(StatusCodes.Status201Created, example) with { Text = "Created; the header Location says where it is." };

    /// <summary>200 with something else than JSON, such as a stream of events. It is sent as it comes, without an ETag.</summary>
    /// <param name="contentType">Its content type.</param>
    /// <param name="example">How it may begin.</param>
    public static CallAnswer Stream(string contentType, string example) => new(StatusCodes.Status200OK, contentType, null, JsonValue.Create(example));

    private static CallAnswer OfStatus<T>(int status, string example)
        where T : class => new(
        status,
        "application/json",
        typeof(ApiSuccess<T>),
        new JsonObject { ["status"] = "success", ["data"] = JsonNode.Parse(example) });
}
