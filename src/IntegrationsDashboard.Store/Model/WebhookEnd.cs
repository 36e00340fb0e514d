namespace IntegrationsDashboard.Store.Model;

/// <summary>Why a webhook is switched off. The numbers are stored.</summary>
public enum WebhookEnd
{
    /// <summary>A person did it.</summary>
    Person = 0,

    /// <summary>Nothing has got through for days.</summary>
    Failing = 1,

    /// <summary>The receiver answered that it is gone for good (410).</summary>
    Gone = 2,
}
