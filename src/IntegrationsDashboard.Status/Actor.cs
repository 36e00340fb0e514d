namespace IntegrationsDashboard.Status;

/// <summary>Who or what caused an event.</summary>
/// <param name="Kind">Which kind of actor.</param>
/// <param name="Name">The person's or key's name where one is known.</param>
public readonly record struct Actor(ActorKind Kind, string? Name = null)
{
    /// <summary>The program that runs or reports syncs.</summary>
    public static Actor Connector { get; } = new(ActorKind.Connector);

    /// <summary>A rule of the dashboard.</summary>
    public static Actor Rule { get; } = new(ActorKind.Rule);
}
