using IntegrationsDashboard.Notifying;
using IntegrationsDashboard.Syncing.Connectors.Http;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace IntegrationsDashboard.Web.Hosting;

/// <summary>What the notifications need to know of the rest of the program: where the pages are, and how to get outside.</summary>
internal static class WebhookHosting
{
    // A receiver's name may come to lead elsewhere; a connection that is kept for ever would not notice.
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    /// <summary>The pages' addresses.</summary>
    public static PageAddresses Pages(IServiceProvider services)
    {
        var options = services.GetRequiredService<DashboardOptions>();
        return new PageAddresses
        {
            // There is no request whose address could be taken; the one that the program listens at is the best guess.
            Origin = () => options.PublicUrl
                ?? services.GetService<IServer>()?.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()?.TrimEnd('/')
                ?? "http://localhost",
            Sync = Links.Sync,
            Flow = Links.Flow,
            Step = Links.Step,
            Webhooks = Links.Webhooks,
        };
    }

    /// <summary>Opens connections to webhooks under the same guard as those to tools.</summary>
    public static HttpMessageHandler Handler(IServiceProvider services)
    {
        var handler = services.GetRequiredService<ConnectorHttpFactory>().GuardedHandler();
        handler.PooledConnectionLifetime = ConnectionLifetime;
        return handler;
    }
}
