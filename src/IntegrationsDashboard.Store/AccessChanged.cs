namespace IntegrationsDashboard.Store;

/// <summary>What a person may do has changed, or a session of theirs has ended.</summary>
/// <param name="PersonId">The person.</param>
public sealed record AccessChanged(Guid PersonId);
