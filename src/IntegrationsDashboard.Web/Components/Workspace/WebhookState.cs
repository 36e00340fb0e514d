namespace IntegrationsDashboard.Web.Components.Workspace;

/// <summary>How a webhook is.</summary>
public enum WebhookState
{
    /// <summary>It is on, and what is sent gets through.</summary>
    On,

    /// <summary>It is on, and nothing gets through at the moment.</summary>
    Failing,

    /// <summary>A person switched it off.</summary>
    SwitchedOff,

    /// <summary>It was switched off because nothing had got through for days.</summary>
    GivenUp,

    /// <summary>It was switched off because its receiver said that it is gone.</summary>
    Gone,
}
