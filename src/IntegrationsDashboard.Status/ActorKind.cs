namespace IntegrationsDashboard.Status;

/// <summary>What kind of somebody or something caused an event. The numbers are stored.</summary>
public enum ActorKind
{
    /// <summary>The program that runs or reports syncs.</summary>
    Connector = 0,

    /// <summary>Somebody on a page of the dashboard.</summary>
    Person = 1,

    /// <summary>A program that called the API.</summary>
    ApiKey = 2,

    /// <summary>A rule of the dashboard, fired by the clock.</summary>
    Rule = 3,
}
