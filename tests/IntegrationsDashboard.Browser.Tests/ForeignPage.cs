using System.Net;
using System.Net.Sockets;
using System.Text;

namespace IntegrationsDashboard.Browser.Tests;

/// <summary>A page of somebody else's product, at an origin of its own. Served in earnest: browsers let a made-up page reach no local address.</summary>
public sealed class ForeignPage : IDisposable
{
    private readonly HttpListener _listener = new();

    public ForeignPage()
    {
        using (var probe = new TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            Origin = $"http://localhost:{((IPEndPoint)probe.LocalEndpoint).Port}";
        }

        _listener.Prefixes.Add($"{Origin}/");
        _listener.Start();
        _ = ServeAsync();
    }

    /// <summary>Where it is.</summary>
    public string Origin { get; }

    /// <summary>What stands on it, as HTML.</summary>
    public string Body { get; set; } = "";

    public void Dispose() => _listener.Close();

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                var context = await _listener.GetContextAsync();
                context.Response.ContentType = "text/html";
                context.Response.Close(Encoding.UTF8.GetBytes($"<!DOCTYPE html><title>Product</title>{Body}"), willBlock: false);
            }
        }
        catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
        {
            // It was closed.
        }
    }
}
