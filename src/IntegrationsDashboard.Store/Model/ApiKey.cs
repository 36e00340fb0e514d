namespace IntegrationsDashboard.Store.Model;

/// <summary>A program's key to one environment. The key itself is never stored.</summary>
public sealed class ApiKey
{
    /// <summary>Its number.</summary>
    public int Id { get; init; }

    /// <summary>Its environment's number.</summary>
    public int EnvironmentId { get; init; }

    /// <summary>A name for people.</summary>
    public required string Name { get; init; }

    /// <summary>SHA-256 of the key, see <see cref="Secrets.HashKey"/>.</summary>
    public required string Hash { get; init; }

    /// <summary>When it was created (UTC).</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}
