namespace IntegrationsDashboard.Notifying.Tests.Webhooks;

/// <summary>What befalls one attempt.</summary>
internal enum Fault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The receiver answers 500.</summary>
    Failure,

    /// <summary>The receiver takes it, and the connection breaks before the answer.</summary>
    Drop,

    /// <summary>The connection breaks before the receiver has it.</summary>
    Refuse,

    /// <summary>The program dies after it claimed the delivery and before it sends it.</summary>
    CrashBefore,

    /// <summary>The program dies after the receiver has acknowledged it and before that is recorded.</summary>
    CrashAfter,
}
