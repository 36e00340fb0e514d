namespace IntegrationsDashboard.Store.Queries;

/// <summary>What the syncs of several days or tools came to together; cancelled syncs are left out.</summary>
/// <param name="Succeeded">How many succeeded.</param>
/// <param name="Warned">How many finished with warnings.</param>
/// <param name="Failed">How many failed or timed out.</param>
/// <param name="Refused">How many were refused the credentials.</param>
/// <param name="DurationMs">How long all of them took together, in milliseconds.</param>
/// <param name="Records">How many records they brought.</param>
public sealed record TallySum(int Succeeded, int Warned, int Failed, int Refused, long DurationMs, long Records)
{
    /// <summary>No sync at all.</summary>
    public static TallySum None { get; } = new(0, 0, 0, 0, 0, 0);

    /// <summary>How many there were.</summary>
    public int Total => Succeeded + Warned + Failed + Refused;

    /// <summary>The share that got through, with warnings or without, from 0 to 1; null where there was none.</summary>
    public double? SuccessRate => Total == 0 ? null : (double)(Succeeded + Warned) / Total;

    /// <summary>How long one took on average; null where there was none.</summary>
    public TimeSpan? MeanDuration => Total == 0 ? null : TimeSpan.FromMilliseconds((double)DurationMs / Total);

    /// <summary>Both together.</summary>
    public TallySum Plus(TallySum other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new TallySum(
            Succeeded + other.Succeeded,
            Warned + other.Warned,
            Failed + other.Failed,
            Refused + other.Refused,
            DurationMs + other.DurationMs,
            Records + other.Records);
    }
}
