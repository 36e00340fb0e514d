using IntegrationsDashboard.Notifying;
using IntegrationsDashboard.Syncing.Connecting;
using IntegrationsDashboard.Syncing.Connectors.Http;
using IntegrationsDashboard.Web.Catalogue;
using IntegrationsDashboard.Web.Texts;
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
            // Never the address of a request: whoever sends it could make links lead to a site of their own. The one that the program
            // listens at is the best guess.
            Origin = () => options.PublicUrl
                ?? services.GetService<IServer>()?.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()?.TrimEnd('/')
                ?? "http://localhost",
            Sync = Links.Sync,
            Flow = Links.Flow,
            Step = Links.Step,
            Webhooks = Links.Webhooks,
            Link = link => Links.Public(link.Kind, services.GetRequiredService<LinkTokens>().Create(link)),
            Unsubscribe = Links.Unsubscribe,
            Integrations = Links.Integrations,
            QualityAssurance = Links.QualityAssurance,
            Notifications = Links.Notifications,
        };
    }

    /// <summary>The pages' words, with times in the zone of the settings.</summary>
    public static NoticeWords Words(IServiceProvider services)
    {
        var texts = services.GetRequiredService<StatusTexts>();
        var moments = new Moments(services.GetRequiredService<NotifyingOptions>().TimeZone, services.GetRequiredService<TimeProvider>());
        return new NoticeWords
        {
            Status = texts.Label,
            Reason = (tool, reason) => texts.Reason(tool, reason, moments),
            Moment = moments.Full,
            Step = texts.Label,
            Tool = ToolCatalogue.Label,
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
