using System.Net.Http.Headers;

namespace IntegrationsDashboard.Notifying.Webhooks;

/// <summary>When a delivery that failed is tried again.</summary>
internal static class RetryPauses
{
    /// <summary>How much longer or shorter a pause is by chance, so that what failed together does not come back together.</summary>
    public const double Jitter = 0.2;

    /// <summary>How long a receiver may make us wait at the most.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(24);

    /// <summary>How long is waited after each attempt; after the last of them it is given up, a little more than three days after the first.</summary>
    public static IReadOnlyList<TimeSpan> All { get; } =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(5),
        TimeSpan.FromHours(10), TimeSpan.FromHours(14), TimeSpan.FromHours(20), TimeSpan.FromHours(24),
    ];

    /// <summary>How long to wait now; null to give up.</summary>
    /// <param name="attempts">How often it was tried, this time included.</param>
    /// <param name="retryAfter">How long the receiver asked us to wait at least; null where it did not.</param>
    public static TimeSpan? After(int attempts, TimeSpan? retryAfter)
    {
        if (attempts > All.Count)
        {
            return null;
        }

#pragma warning disable CA5394 // Chance spreads attempts here; nobody gains by guessing it.
        var pause = All[attempts - 1] * (1 + (Jitter * ((2 * Random.Shared.NextDouble()) - 1)));
#pragma warning restore CA5394
        return retryAfter > pause ? retryAfter : pause;
    }

    /// <summary>What an answer asks for, at most a day; null where it asks for nothing.</summary>
    public static TimeSpan? Asked(RetryConditionHeaderValue? header, DateTimeOffset now)
    {
        var asked = header switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - now,
            _ => (TimeSpan?)null,
        };
        return asked > LongestWait ? LongestWait : asked;
    }
}
