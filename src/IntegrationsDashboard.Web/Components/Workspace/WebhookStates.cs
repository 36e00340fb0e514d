using IntegrationsDashboard.Store.Model;

namespace IntegrationsDashboard.Web.Components.Workspace;

/// <summary>Tells how webhooks are.</summary>
public static class WebhookStates
{
    /// <summary>How one is.</summary>
    public static WebhookState Of(Webhook webhook)
    {
        ArgumentNullException.ThrowIfNull(webhook);
        return (webhook.DisabledAt, webhook.DisabledBecause) switch
        {
            (null, _) => webhook.FailingSince is null ? WebhookState.On : WebhookState.Failing,
            (_, WebhookEnd.Failing) => WebhookState.GivenUp,
            (_, WebhookEnd.Gone) => WebhookState.Gone,
            _ => WebhookState.SwitchedOff,
        };
    }

    /// <summary>Since when it is so (UTC); null for one that is on and well.</summary>
    public static DateTimeOffset? SinceOf(Webhook webhook)
    {
        ArgumentNullException.ThrowIfNull(webhook);
        return webhook.DisabledAt ?? webhook.FailingSince;
    }
}
