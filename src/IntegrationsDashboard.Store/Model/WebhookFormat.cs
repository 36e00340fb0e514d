namespace IntegrationsDashboard.Store.Model;

/// <summary>What a webhook is sent. The numbers are stored.</summary>
public enum WebhookFormat
{
    /// <summary>Messages for programs, in the published shapes, by type.</summary>
    Standard = 0,

    /// <summary>Texts for people, as incoming webhooks of Slack and its like take them, by the rules of mails.</summary>
    Slack = 1,
}
