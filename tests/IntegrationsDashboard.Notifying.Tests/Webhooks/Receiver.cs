using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace IntegrationsDashboard.Notifying.Tests.Webhooks;

/// <summary>A real receiver of webhooks on this machine, with faults.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Lock _lock = new();
    private readonly List<ReceivedMessage> _received = [];
    private readonly Channel<ReceivedMessage> _arrivals = Channel.CreateUnbounded<ReceivedMessage>();

    private Receiver(WebApplication app) => _app = app;

    /// <summary>What to do with a message; takes all of them at first.</summary>
    public Func<ReceivedMessage, Task<Answer>> Answers { get; set; } = _ => Task.FromResult(Answer.Ok);

    /// <summary>Sees each message that it takes, before it is answered.</summary>
    public Func<ReceivedMessage, Task> OnArrival { get; set; } = _ => Task.CompletedTask;

    /// <summary>All that arrived, in order.</summary>
    public IReadOnlyList<ReceivedMessage> Received
    {
        get
        {
            lock (_lock)
            {
                return [.. _received];
            }
        }
    }

    public string Url => _app.Urls.Single() + "/hooks";

    public static async Task<Receiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var receiver = new Receiver(builder.Build());
        receiver._app.Run(receiver.TakeAsync);
        await receiver._app.StartAsync();
        return receiver;
    }

    /// <summary>Answers all messages from now on alike.</summary>
    public void AnswerWith(Answer answer) => Answers = _ => Task.FromResult(answer);

    /// <summary>The next message that arrives, or has arrived and was not asked for.</summary>
    public async Task<ReceivedMessage> NextAsync() =>
        await _arrivals.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(60));

    public async ValueTask DisposeAsync()
    {
        using var soon = new CancellationTokenSource(TimeSpan.Zero);
        await _app.StopAsync(soon.Token);
        await _app.DisposeAsync();
    }

    private async Task TakeAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var message = new ReceivedMessage(
            context.Request.Path,
            context.Request.Headers.ToDictionary(header => header.Key.ToLowerInvariant(), header => header.Value.ToString()),
            await reader.ReadToEndAsync());
        var answer = await Answers(message);
        if (answer == Answer.Refuse)
        {
            context.Abort();
            return;
        }

        await OnArrival(message);
        lock (_lock)
        {
            _received.Add(message);
        }

        _arrivals.Writer.TryWrite(message);
        if (answer == Answer.Hang)
        {
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            return;
        }

        if (answer == Answer.Drop)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = answer.Status;
        if (answer.RetryAfter is { } wait)
        {
            context.Response.Headers.RetryAfter = wait;
        }

        if (answer.Location is { } location)
        {
            context.Response.Headers.Location = location;
        }

        await context.Response.WriteAsync(answer.Body);
    }
}
