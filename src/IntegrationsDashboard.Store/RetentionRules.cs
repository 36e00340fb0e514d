namespace IntegrationsDashboard.Store;

/// <summary>How long is kept what is not kept for ever. The data of deleted integrations follows the rules of statuses instead.</summary>
public sealed record RetentionRules
{
    /// <summary>The rules as they are when nobody configures them.</summary>
    public static RetentionRules Default { get; } = new();

    /// <summary>How long after its end the bodies of a sync's requests and responses are kept. 30 days by default.</summary>
    public TimeSpan Bodies { get; init; } = TimeSpan.FromDays(30);

    /// <summary>
    /// How long after its end a sync and its log are kept, and as long failed attempts to connect and links that no longer work.
    /// 60 days by default.
    /// </summary>
    public TimeSpan Syncs { get; init; } = TimeSpan.FromDays(60);

    /// <summary>How long a record is kept that is gone from the tool. 14 days by default.</summary>
    public TimeSpan RemovedRecords { get; init; } = TimeSpan.FromDays(14);

    /// <summary>How long entries of the audit log are kept. 400 days by default.</summary>
    public TimeSpan Audit { get; init; } = TimeSpan.FromDays(400);

    /// <summary>How long an integration's syncs are kept as numbers of a day, which is longer than the charts show.</summary>
    public static TimeSpan Days { get; } = TimeSpan.FromDays(100);

    /// <summary>How long the same API call with the same idempotency key makes nothing anew.</summary>
    public static TimeSpan IdempotentCalls { get; } = TimeSpan.FromDays(1);
}
