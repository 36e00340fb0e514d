using IntegrationsDashboard.Status;

namespace IntegrationsDashboard.Store.Model;

/// <summary>A day of the syncs with one tool in an environment, of all its integrations together; kept so that nothing has to be summed up by the thousand.</summary>
public sealed class ToolDay : DayTally
{
    /// <summary>The workspace's number.</summary>
    public required int WorkspaceId { get; init; }

    /// <summary>The environment.</summary>
    public required EnvironmentKind Environment { get; init; }

    /// <summary>The tool's id.</summary>
    public required string Tool { get; init; }
}
