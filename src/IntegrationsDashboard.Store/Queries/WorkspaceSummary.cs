namespace IntegrationsDashboard.Store.Queries;

/// <summary>A workspace as operators see it in their list.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Name">Its name.</param>
/// <param name="CreatedAt">When it was created (UTC).</param>
/// <param name="Members">How many people belong to it.</param>
/// <param name="Integrations">How many integrations it has, deleted ones aside.</param>
/// <param name="NeedAttention">How many of them do not work as they should.</param>
public sealed record WorkspaceSummary(int Id, string Name, DateTimeOffset CreatedAt, int Members, int Integrations, int NeedAttention);
