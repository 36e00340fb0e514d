namespace IntegrationsDashboard.Store.Model;

/// <summary>How far a file has been imported; written with each batch, so that an import goes on where it stopped.</summary>
public sealed class ImportProgress
{
    /// <summary>Tells the environment and what was imported into it: a hash over both, so that the same file is known again wherever it lies, and after it grew.</summary>
    public required string Id { get; init; }

    /// <summary>How many bytes have been imported.</summary>
    public long Offset { get; set; }

    /// <summary>How many lines those were.</summary>
    public long Lines { get; set; }

    /// <summary>When the last batch was written (UTC).</summary>
    public DateTimeOffset At { get; set; }
}
