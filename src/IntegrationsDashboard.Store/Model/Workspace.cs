namespace IntegrationsDashboard.Store.Model;

/// <summary>A customer of the platform. Everything else belongs to exactly one.</summary>
public sealed class Workspace
{
    /// <summary>Its number.</summary>
    public int Id { get; init; }

    /// <summary>Its name as people read it.</summary>
    public required string Name { get; set; }

    /// <summary>When it was created (UTC).</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Production and development, in that order.</summary>
    public IList<WorkspaceEnvironment> Environments { get; init; } = [];
}
