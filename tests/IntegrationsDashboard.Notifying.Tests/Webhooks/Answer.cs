namespace IntegrationsDashboard.Notifying.Tests.Webhooks;

/// <summary>What the receiver does with a message.</summary>
internal sealed record Answer(int Status = 200, string Body = "", string? RetryAfter = null, string? Location = null)
{
    public static Answer Ok { get; } = new();

    public static Answer Failure { get; } = new(500, "broken");

    /// <summary>Takes the message and never answers.</summary>
    public static Answer Hang { get; } = new(0);

    /// <summary>Takes the message and breaks the connection off.</summary>
    public static Answer Drop { get; } = new(-1);

    /// <summary>Breaks the connection off before it has taken the message.</summary>
    public static Answer Refuse { get; } = new(-2);
}
