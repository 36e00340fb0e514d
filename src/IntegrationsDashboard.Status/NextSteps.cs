using System.Collections;

namespace IntegrationsDashboard.Status;

/// <summary>The next steps of a status, the first one the most useful. Built without allocating.</summary>
public readonly struct NextSteps : IReadOnlyList<NextStep>, IEquatable<NextSteps>
{
    // One shared array per status; the precedence order of IntegrationStatus is the index.
    private static readonly NextStepKind[][] ByStatus =
    [
        [NextStepKind.ReadDeletionPolicy],
        [NextStepKind.Reactivate],
        [NextStepKind.SendReconnectionLink, NextStepKind.EnterCredentials],
        [NextStepKind.SeeQualityAssurance],
        [NextStepKind.ConfigureFilters, NextStepKind.CreateSetupLink],
        [NextStepKind.Reconnect, NextStepKind.OpenLog],
        [NextStepKind.OpenLog, NextStepKind.ContactSupport],
        [NextStepKind.OpenLog, NextStepKind.ContactSupport],
        [],
    ];

    private readonly NextStepKind[]? _kinds;
    private readonly Evidence _evidence;

    internal NextSteps(IntegrationStatus status, Evidence evidence)
    {
        _kinds = ByStatus[(int)status];
        _evidence = evidence;
    }

    /// <inheritdoc/>
    public int Count => _kinds?.Length ?? 0;

    /// <inheritdoc/>
    public NextStep this[int index]
    {
        get
        {
            var kind = (_kinds ?? [])[index];
            return new NextStep(kind, kind is NextStepKind.OpenLog or NextStepKind.ContactSupport ? _evidence : default);
        }
    }

    /// <inheritdoc/>
    public IEnumerator<NextStep> GetEnumerator()
    {
        for (var index = 0; index < Count; index++)
        {
            yield return this[index];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(NextSteps other) => _kinds == other._kinds && _evidence == other._evidence;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is NextSteps other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_kinds, _evidence);

    /// <summary>Whether both offer the same steps.</summary>
    public static bool operator ==(NextSteps left, NextSteps right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(NextSteps left, NextSteps right) => !left.Equals(right);
}
