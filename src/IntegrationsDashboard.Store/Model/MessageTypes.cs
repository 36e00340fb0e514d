namespace IntegrationsDashboard.Store.Model;

/// <summary>The types of messages to the outside, as published.</summary>
public static class MessageTypes
{
    /// <summary>An integration came to be.</summary>
    public const string Created = "integration-created";

    /// <summary>An integration's status changed.</summary>
    public const string StateChanged = OutboxMessage.StateChanged;

    /// <summary>An integration was deleted.</summary>
    public const string Deleted = "integration-deleted";

    /// <summary>A sync finished.</summary>
    public const string SyncFinished = "sync-finished";

    /// <summary>An attempt to connect failed.</summary>
    public const string FlowFailed = "connection-flow-failed";

    /// <summary>Sent by hand, to see whether the receiver takes it.</summary>
    public const string Test = "test";

    /// <summary>A text for people in a chat; only channels get it, so no webhook can choose it.</summary>
    public const string Notice = "notice";

    /// <summary>Those that a webhook can choose.</summary>
    public static IReadOnlyList<string> All { get; } = [Created, StateChanged, Deleted, SyncFinished, FlowFailed];
}
