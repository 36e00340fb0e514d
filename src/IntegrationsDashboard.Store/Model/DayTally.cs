namespace IntegrationsDashboard.Store.Model;

/// <summary>
/// What the syncs that ended on one day came to; kept by the ledger, because the syncs themselves are erased before the charts forget
/// them. Cancelled syncs are left out.
/// </summary>
public abstract class DayTally
{
    /// <summary>What a sync counts for at the most, so that no report, however wrong, makes a sum too large.</summary>
    public const long MostRecords = 1_000_000_000_000;

    /// <summary>The day on which they ended, in UTC, as <see cref="DateOnly.DayNumber"/>.</summary>
    public required int Day { get; init; }

    /// <summary>How many succeeded.</summary>
    public int Succeeded { get; init; }

    /// <summary>How many finished with warnings.</summary>
    public int Warned { get; init; }

    /// <summary>How many failed or timed out.</summary>
    public int Failed { get; init; }

    /// <summary>How many were refused the credentials.</summary>
    public int Refused { get; init; }

    /// <summary>How long all of them took together, in milliseconds.</summary>
    public long DurationMs { get; init; }

    /// <summary>How many records they brought; no sync counts for more than <see cref="MostRecords"/>.</summary>
    public long Records { get; init; }

    /// <summary>How many there were.</summary>
    public int Total => Succeeded + Warned + Failed + Refused;
}
