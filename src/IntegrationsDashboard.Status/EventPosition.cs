namespace IntegrationsDashboard.Status;

/// <summary>
/// A place in the sorted history: by time, at the same instant syncs before everything else, syncs by id, all else by sequence.
/// </summary>
/// <param name="At">The event's time.</param>
/// <param name="SyncId">The sync's id; null for every other event.</param>
/// <param name="Sequence">The recorder's number; 0 for syncs.</param>
public readonly record struct EventPosition(DateTimeOffset At, string? SyncId, long Sequence) : IComparable<EventPosition>
{
    /// <summary>Before every event.</summary>
    public static EventPosition Start => new(DateTimeOffset.MinValue, "", 0);

    /// <summary>The place of an event that is not a sync.</summary>
    public static EventPosition Of(DateTimeOffset at, long sequence) => new(at, null, sequence);

    /// <summary>The place of a sync.</summary>
    public static EventPosition OfSync(DateTimeOffset at, string syncId) => new(at, syncId, 0);

    /// <inheritdoc/>
    public int CompareTo(EventPosition other)
    {
        var byTime = At.CompareTo(other.At);
        if (byTime != 0)
        {
            return byTime;
        }

        if (SyncId is null || other.SyncId is null)
        {
            return (SyncId is null ? 1 : 0) - (other.SyncId is null ? 1 : 0) is var byKind and not 0
                ? byKind
                : Sequence.CompareTo(other.Sequence);
        }

        return string.CompareOrdinal(SyncId, other.SyncId);
    }

    /// <summary>Whether <paramref name="left"/> stands before <paramref name="right"/>.</summary>
    public static bool operator <(EventPosition left, EventPosition right) => left.CompareTo(right) < 0;

    /// <summary>Whether <paramref name="left"/> stands after <paramref name="right"/>.</summary>
    public static bool operator >(EventPosition left, EventPosition right) => left.CompareTo(right) > 0;

    /// <summary>Whether <paramref name="left"/> does not stand after <paramref name="right"/>.</summary>
    public static bool operator <=(EventPosition left, EventPosition right) => left.CompareTo(right) <= 0;

    /// <summary>Whether <paramref name="left"/> does not stand before <paramref name="right"/>.</summary>
    public static bool operator >=(EventPosition left, EventPosition right) => left.CompareTo(right) >= 0;
}
