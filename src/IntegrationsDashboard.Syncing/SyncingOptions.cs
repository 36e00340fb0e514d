using System.Globalization;

namespace IntegrationsDashboard.Syncing;

/// <summary>The settings under <c>Syncing</c>.</summary>
public sealed record SyncingOptions
{
    /// <summary>
    /// Whether this process runs syncs and the rules of the clock by itself. It does by default; off, it only shows and records.
    /// </summary>
    public bool RunsByItself { get; init; } = true;

    /// <summary>How many syncs run at the same time. 8 by default.</summary>
    public int Parallelism { get; init; } = 8;

    /// <summary>How long a sync may run. 1 hour by default.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How long a sync whose process does not answer any more counts as running. 30 seconds by default.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long after a full sync the next is due, where the connector has no delta syncs. 3 hours by default.</summary>
    public TimeSpan FullEvery { get; init; } = TimeSpan.FromHours(3);

    /// <summary>The same, where it has delta syncs. 10 hours by default.</summary>
    public TimeSpan FullEveryBesideDelta { get; init; } = TimeSpan.FromHours(10);

    /// <summary>How long after a sync the next delta sync is due. 3 hours by default.</summary>
    public TimeSpan DeltaEvery { get; init; } = TimeSpan.FromHours(3);

    /// <summary>Whether tools may be at addresses of this machine or of private networks. Not by default.</summary>
    public bool AllowPrivateNetworks { get; init; }

    /// <summary>Addresses as <c>host:port</c> that tools may be at although they are of this machine or of private networks. None by default.</summary>
    public IReadOnlyList<string> AllowedAddresses { get; init; } = [];

    /// <summary>How long a request may take, retries apart. 30 seconds by default.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How often a request is tried again that failed for a passing reason. 4 times by default.</summary>
    public int Retries { get; init; } = 4;

    /// <summary>How long the first of those waits; each further one waits twice as long, with jitter. 1 second by default.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Whether a tool may be at a host and a port wherever they lead to.</summary>
    /// <param name="host">The host as the address names it, before it is resolved.</param>
    /// <param name="port">The port.</param>
    public bool Allows(string host, int port) =>
        AllowPrivateNetworks
        || AllowedAddresses.Contains(string.Create(CultureInfo.InvariantCulture, $"{host}:{port}"), StringComparer.OrdinalIgnoreCase);
}
