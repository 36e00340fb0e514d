using IntegrationsDashboard.Notifying.Mail;
using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationsDashboard.Notifying.Crash;

/// <summary>The same parts for the program that is killed and for the test that looks at what it left.</summary>
public static class CrashServices
{
    public static NotifyingOptions Options { get; } = new() { TimeLimit = TimeSpan.FromSeconds(2), Lease = TimeSpan.FromSeconds(4) };

    /// <summary>Pages that tell what they show.</summary>
    public static PageAddresses Pages { get; } = new()
    {
        Origin = () => "https://dashboard.example",
        Sync = (id, syncId, _) => $"/integrations/{id}/syncs/{syncId}",
        Flow = id => $"/connections#flow-{id}",
        Step = (id, step) => $"/integrations/{id}/{step.Kind}",
        Webhooks = "/workspace/webhooks",
        Link = link => $"/reconnect/{link.Id}",
        Unsubscribe = token => $"/unsubscribe/{token}",
        Integrations = "/integrations",
        QualityAssurance = "/operators/quality-assurance",
        Notifications = "/account/notifications",
    };

    /// <summary>Words that no reader sees.</summary>
    public static NoticeWords Words { get; } = new()
    {
        Status = status => status.Word(),
        Reason = (tool, reason) => $"{tool}: {reason.Code}",
        Moment = moment => moment.ToString("u"),
        Step = step => step.ToString(),
        Tool = tool => tool,
    };

    public static IServiceCollection AddCrashingWebhooks(this IServiceCollection services, string folder, bool runsByItself) => services
        .AddStore(new StoreOptions { ConnectionString = $"Data Source={Path.Combine(folder, "test.db")}" }, StatusRules.Default)
        .AddNotifying(
            Options with { RunsByItself = runsByItself },
            new MailOptions(),
            _ => Pages,
            _ => Words,
            _ => new SocketsHttpHandler { AllowAutoRedirect = false });
}
