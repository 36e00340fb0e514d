using IntegrationsDashboard.Store.Model;

namespace IntegrationsDashboard.Store.Recording;

/// <summary>When people and channels are told.</summary>
/// <param name="HealsAfter">How long an integration has to stay well before its recovery is told.</param>
/// <param name="Gap">How long after somebody was told something the next is told at the soonest.</param>
/// <param name="DigestAt">When the daily digest is told, in <paramref name="Zone"/>.</param>
/// <param name="Zone">The time zone of the digest.</param>
public sealed record NoticeTiming(TimeSpan HealsAfter, TimeSpan Gap, TimeOnly DigestAt, TimeZoneInfo Zone)
{
    /// <summary>When something that happened is told (UTC).</summary>
    /// <param name="cadence">How soon somebody wants to be told.</param>
    /// <param name="now">The time (UTC).</param>
    /// <param name="lastTold">When they were told something the last time (UTC); null for never.</param>
    public DateTimeOffset DueAt(Cadence cadence, DateTimeOffset now, DateTimeOffset? lastTold) => cadence switch
    {
        Cadence.AtOnce => lastTold + Gap is { } earliest && earliest > now ? earliest : now,
        Cadence.Daily => NextDigest(now),
        _ => throw new ArgumentOutOfRangeException(nameof(cadence), cadence, "Who is never told is not told at any time."),
    };

    /// <summary>The first digest after a time (UTC).</summary>
    /// <param name="now">The time (UTC).</param>
    public DateTimeOffset NextDigest(DateTimeOffset now)
    {
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, Zone).DateTime);
        var digest = DigestOf(day);
        while (digest <= now)
        {
            day = day.AddDays(1);
            digest = DigestOf(day);
        }

        return digest;
    }

    // Where clocks are put forward over it, it comes as soon as they have been; where they are put back over it, the first time.
    private DateTimeOffset DigestOf(DateOnly day)
    {
        var local = day.ToDateTime(DigestAt);
        while (Zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(1);
        }

        var offset = Zone.IsAmbiguousTime(local) ? Zone.GetAmbiguousTimeOffsets(local).Max() : Zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}
