namespace IntegrationsDashboard.Notifying;

/// <summary>The settings under <c>Notifying</c>.</summary>
public sealed record NotifyingOptions
{
    /// <summary>Whether this process sends by itself what is to be told. It does by default; off, it only shows and records.</summary>
    public bool RunsByItself { get; init; } = true;

    /// <summary>How many deliveries are tried at the same time. 16 by default.</summary>
    public int Parallelism { get; init; } = 16;

    /// <summary>How long a receiver has to answer. 10 seconds by default.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How long a delivery belongs to the process that tries it; another one tries it then. 30 seconds by default; has to be longer than
    /// <see cref="TimeLimit"/>.
    /// </summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(30);
}
