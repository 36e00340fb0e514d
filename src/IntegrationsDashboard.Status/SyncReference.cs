namespace IntegrationsDashboard.Status;

/// <summary>What the facts keep of one finished sync: enough to name it, explain it and open its log at the right line.</summary>
/// <param name="SyncId">The sync's id as it was reported.</param>
/// <param name="State">Its final state.</param>
/// <param name="EndedAt">When it ended (UTC).</param>
/// <param name="FirstError">The sequence number of its first ERROR log entry, where one is known.</param>
/// <param name="FirstWarning">The sequence number of its first WARNING log entry, where one is known.</param>
/// <param name="Message">What went wrong in the tool's words, at most <see cref="MaxMessageLength"/> characters.</param>
public sealed record SyncReference(
    string SyncId, SyncState State, DateTimeOffset EndedAt, int? FirstError = null, int? FirstWarning = null, string? Message = null)
{
    /// <summary>The longest message kept; facts stay of constant size.</summary>
    public const int MaxMessageLength = 300;

    /// <summary>The log entry that explains <see cref="State"/> best: the first warning of a sync with warnings, else the first error.</summary>
    public int? Entry => State == SyncState.PartiallyFailed ? FirstWarning ?? FirstError : FirstError ?? FirstWarning;

    /// <summary>Cuts a message to <see cref="MaxMessageLength"/>, with an ellipsis where something was cut.</summary>
    public static string? Shorten(string? message)
    {
        if (message is null || message.Length <= MaxMessageLength)
        {
            return message;
        }

        // Never between the two halves of a surrogate pair.
        var end = MaxMessageLength - 1;
        return string.Concat(message.AsSpan(0, char.IsHighSurrogate(message[end - 1]) ? end - 1 : end), "…");
    }
}
