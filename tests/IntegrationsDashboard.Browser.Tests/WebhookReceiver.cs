using System.Net;
using System.Net.Sockets;

namespace IntegrationsDashboard.Browser.Tests;

/// <summary>A receiver of webhooks on this machine that answers as it is told.</summary>
internal sealed class WebhookReceiver : IAsyncDisposable
{
    private readonly HttpListener _listener;
    private readonly Task _work;

    public WebhookReceiver()
    {
        (_listener, Authority) = Listen();
        _work = Task.Run(AnswerAsync);
    }

    /// <summary>Host and port.</summary>
    public string Authority { get; }

    /// <summary>Where messages go.</summary>
    public string Url => $"http://{Authority}/hooks";

    /// <summary>How it answers from now on.</summary>
    public HttpStatusCode Answer { get; set; } = HttpStatusCode.NoContent;

    public async ValueTask DisposeAsync()
    {
        _listener.Close();
        await _work;
    }

    // Another program may take a port between finding that it is free and listening to it.
    private static (HttpListener Listener, string Authority) Listen()
    {
        for (var tries = 0; ; tries++)
        {
            using var probe = new TcpListener(IPAddress.Loopback, 0);
            probe.Start();
            var authority = $"127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}";
            probe.Stop();
            var listener = new HttpListener { Prefixes = { $"http://{authority}/" } };
            try
            {
                listener.Start();
                return (listener, authority);
            }
            catch (HttpListenerException) when (tries < 10)
            {
                listener.Close();
            }
        }
    }

    private async Task AnswerAsync()
    {
        while (true)
        {
            try
            {
                var context = await _listener.GetContextAsync();
                context.Response.StatusCode = (int)Answer;
                context.Response.Close();
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }
}
