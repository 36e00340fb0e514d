namespace IntegrationsDashboard.Store.Queries;

/// <summary>A workspace that a person may see.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Name">Its name.</param>
/// <param name="Rights">What they may do there.</param>
/// <param name="ProductionId">The number of its production environment.</param>
/// <param name="DevelopmentId">The number of its development environment.</param>
public sealed record OpenWorkspace(int Id, string Name, Rights Rights, int ProductionId, int DevelopmentId);
