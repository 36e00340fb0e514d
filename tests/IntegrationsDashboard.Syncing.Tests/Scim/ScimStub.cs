using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using IntegrationsDashboard.Syncing.Connectors;
using IntegrationsDashboard.Syncing.Connectors.Scim;
using IntegrationsDashboard.Syncing.Tests.Connectors;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace IntegrationsDashboard.Syncing.Tests.Scim;

/// <summary>SCIM answers that the real server does not give: cursors (RFC 9865), refusals, and what breaks the rules.</summary>
internal sealed class ScimStub : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ScimStub(WebApplication app) => _app = app;

    /// <summary>The configuration; null: it has none.</summary>
    public JsonObject? Config { get; set; }

    public JsonArray Users { get; set; } = [];

    public int GroupsStatus { get; set; } = 200;

    /// <summary>How many users there are said to be; null: as many as there are.</summary>
    public int? ClaimedTotal { get; set; }

    public Uri Address => new(_app.Urls.Single());

    public static async Task<ScimStub> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var stub = new ScimStub(app);
        app.Run(stub.AnswerAsync);
        await app.StartAsync();
        return stub;
    }

    public static JsonObject User(int number) => new() { ["id"] = $"u{number}", ["userName"] = $"user{number}", ["emails"] = new JsonArray(new JsonObject { ["value"] = "a@example.com" }) };

    public Reading Reading() => new(
        new ScimConnector(),
        ScimServer.Tool,
        Address,
        new Dictionary<string, string> { [SignInMethod.Key] = "basic", ["username"] = "reader", ["password"] = "pässword" });

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private Task AnswerAsync(HttpContext http)
    {
        var query = http.Request.Query;
        if (http.Request.Headers.Authorization != "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("reader:pässword")))
        {
            return Give(401, []);
        }

        if (http.Request.Path == "/ServiceProviderConfig")
        {
            return Config is null ? Give(404, []) : Give(200, Config);
        }

        if (http.Request.Path == "/Groups")
        {
            return Give(GroupsStatus, new JsonObject { ["totalResults"] = 0 });
        }

        var isCursor = query.ContainsKey("cursor");
        var start = isCursor ? Number(query["cursor"].ToString().TrimStart('c'), 0) : Number(query["startIndex"], 1) - 1;
        var count = Number(query["count"], 100);
        var page = new JsonObject
        {
            ["totalResults"] = ClaimedTotal ?? Users.Count,
            ["Resources"] = new JsonArray([.. Users.Skip(start).Take(count).Select(user => user?.DeepClone())]),
        };
        if (isCursor && start + count < Users.Count)
        {
            page["nextCursor"] = $"c{start + count}";
        }

        return Give(200, page);

        Task Give(int status, JsonObject body)
        {
            http.Response.StatusCode = status;
            http.Response.ContentType = "application/scim+json";
            return http.Response.WriteAsync(body.ToJsonString());
        }

        static int Number(string? text, int fallback) => int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : fallback;
    }
}
