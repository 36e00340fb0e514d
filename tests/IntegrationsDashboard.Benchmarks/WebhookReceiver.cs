using System.Diagnostics;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace IntegrationsDashboard.Benchmarks;

/// <summary>A receiver on this machine that takes every message at once and says when.</summary>
internal sealed class WebhookReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Channel<long> _arrivals = Channel.CreateUnbounded<long>();

    private WebhookReceiver(WebApplication app) => _app = app;

    public string Url => _app.Urls.Single() + "/";

    public static async Task<WebhookReceiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var receiver = new WebhookReceiver(builder.Build());
        receiver._app.Run(async context =>
        {
            await context.Request.Body.CopyToAsync(Stream.Null);
            receiver._arrivals.Writer.TryWrite(Stopwatch.GetTimestamp());
        });
        await receiver._app.StartAsync();
        return receiver;
    }

    /// <summary>When the next message arrived.</summary>
    public ValueTask<long> NextAsync() => _arrivals.Reader.ReadAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
