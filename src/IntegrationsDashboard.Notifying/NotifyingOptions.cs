using IntegrationsDashboard.Store.Recording;

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

    /// <summary>
    /// How long an integration has to stay well before people are told that it is: what fails again sooner has not healed. 1 hour by default.
    /// </summary>
    public TimeSpan HealsAfter { get; init; } = TimeSpan.FromHours(1);

    /// <summary>
    /// How long after somebody was told something the next is told at the soonest; what happens meanwhile is told together. 5 minutes by default.
    /// </summary>
    public TimeSpan Gap { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>When the daily digest is sent, in <see cref="TimeZone"/>. 07:00 by default.</summary>
    public TimeOnly DigestAt { get; init; } = new(7, 0);

    /// <summary>The time zone of the digest and of all times in mails and channels. UTC by default.</summary>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>When people and channels are told.</summary>
    internal NoticeTiming Timing => new(HealsAfter, Gap, DigestAt, TimeZone);
}
