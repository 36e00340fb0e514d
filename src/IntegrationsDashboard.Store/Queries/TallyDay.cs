namespace IntegrationsDashboard.Store.Queries;

/// <summary>What the syncs that ended on one day came to.</summary>
/// <param name="Day">The day, in UTC.</param>
/// <param name="Sum">What they came to.</param>
public sealed record TallyDay(DateOnly Day, TallySum Sum)
{
    /// <summary>The days from one on, each once, those on which nothing ended with <see cref="TallySum.None"/>.</summary>
    internal static IReadOnlyList<TallyDay> Fill(IReadOnlyDictionary<int, TallySum> sums, DateOnly first, int days) =>
        [.. Enumerable.Range(0, days).Select(at => first.AddDays(at)).Select(day => new TallyDay(day, sums.GetValueOrDefault(day.DayNumber, TallySum.None)))];
}
