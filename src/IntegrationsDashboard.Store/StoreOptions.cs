namespace IntegrationsDashboard.Store;

/// <summary>Where the store is.</summary>
public sealed record StoreOptions
{
    /// <summary>The file used when nothing is configured, relative to the working directory.</summary>
    public const string DefaultConnectionString = "Data Source=data/dashboard.db";

    /// <summary>An SQLite connection string.</summary>
    public string ConnectionString { get; init; } = DefaultConnectionString;
}
