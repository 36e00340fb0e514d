using System.Text.Json;

namespace IntegrationsDashboard.Web.Tests;

/// <summary>What the API answered.</summary>
public sealed record ApiAnswer(int Status, string Text, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>The answer as JSON.</summary>
    public JsonElement Json => JsonDocument.Parse(Text).RootElement;

    /// <summary>The data of an answer that went well.</summary>
    public JsonElement Data
    {
        get
        {
            Assert.True(Status < 300, Text);
            Assert.Equal("success", Json.GetProperty("status").GetString());
            return Json.GetProperty("data");
        }
    }

    /// <summary>The message of an answer that did not go well, after its shape was checked.</summary>
    public string Failure(int status, string code)
    {
        Assert.Equal(status, Status);
        Assert.StartsWith("application/json", Headers["Content-Type"], StringComparison.Ordinal);
        Assert.Equal("error", Json.GetProperty("status").GetString());
        var error = Json.GetProperty("error");
        Assert.Equal(["code", "title", "message", "log_url"], error.EnumerateObject().Select(property => property.Name));
        Assert.Equal(code, error.GetProperty("code").GetString());
        Assert.NotEmpty(error.GetProperty("title").GetString()!);
        Assert.Equal(JsonValueKind.Null, error.GetProperty("log_url").ValueKind);
        return error.GetProperty("message").GetString()!;
    }

    /// <summary>The message of a refused input.</summary>
    public string Refusal => Failure(400, "PLATFORM.INPUT_INVALID");

    /// <summary>The message of an answer about something that is not there.</summary>
    public string NotFound => Failure(404, "PLATFORM.INTEGRATION_NOT_FOUND");
}
