namespace IntegrationsDashboard.Status;

/// <summary>One day of an integration.</summary>
/// <param name="Day">The day, in UTC.</param>
/// <param name="Statuses">The statuses it had for some time that day, the one that needs a person most first; empty where none is known.</param>
/// <param name="Working">How long it worked.</param>
/// <param name="Down">How long it did not.</param>
public sealed record UptimeDay(DateOnly Day, IReadOnlyList<IntegrationStatus> Statuses, TimeSpan Working, TimeSpan Down)
{
    /// <summary>The status of the day that needs a person most; null where none is known.</summary>
    public IntegrationStatus? Worst => Statuses.Count == 0 ? null : Statuses[0];

    /// <summary>The share of the time that counts in which it worked, from 0 to 1; null where no time counts.</summary>
    public double? Uptime => UptimeDays.Share(Working, Down);
}
