using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;

namespace IntegrationsDashboard.Store.Recording;

/// <summary>What a change of status makes of an integration's incident, and what is told of it. Pure: no store, no clock.</summary>
/// <param name="Statuses">The statuses entered since the incident began, each once.</param>
/// <param name="WellSince">Since when the integration has been well (UTC); null while it is not.</param>
/// <param name="HealsAt">When the incident has healed if it stays well (UTC); null while it is not.</param>
/// <param name="Ends">Whether the incident ends with the change.</param>
/// <param name="Tells">What is told.</param>
internal sealed record IncidentStep(
    IReadOnlyList<IntegrationStatus> Statuses,
    DateTimeOffset? WellSince,
    DateTimeOffset? HealsAt,
    bool Ends,
    IReadOnlyList<NoticeKind> Tells)
{
    /// <summary>The step; null where there is no incident, before or after.</summary>
    /// <param name="open">The statuses of the incident that is open; null for none.</param>
    /// <param name="from">The status before; null where it is not known.</param>
    /// <param name="to">The status entered.</param>
    /// <param name="at">When (UTC).</param>
    /// <param name="healsAfter">How long it has to stay well before it has healed.</param>
    public static IncidentStep? Of(
        IReadOnlyList<IntegrationStatus>? open, IntegrationStatus? from, IntegrationStatus to, DateTimeOffset at, TimeSpan healsAfter)
    {
        if (to == IntegrationStatus.Deleted)
        {
            return open is null ? null : new IncidentStep(open, null, null, Ends: true, []);
        }

        // Those two come about by themselves while it still waits for the operators.
        var isResolved = from == IntegrationStatus.QualityAssurance && to is not (IntegrationStatus.Inactive or IntegrationStatus.CredentialsInvalid);
        var known = open ?? (isResolved ? [IntegrationStatus.QualityAssurance] : []);
        var tells = isResolved ? [NoticeKind.QualityAssuranceResolved] : new List<NoticeKind>();
        if (to == IntegrationStatus.Active)
        {
            return known.Count == 0 ? null
                : isResolved ? new IncidentStep(known, at, null, Ends: true, [.. tells, NoticeKind.Healed])
                : new IncidentStep(known, at, at + healsAfter, Ends: false, []);
        }

        if (!known.Contains(to))
        {
            known = [.. known, to];
            tells.Add(to == IntegrationStatus.QualityAssurance ? NoticeKind.QualityAssuranceEntered : NoticeKind.Broke);
        }

        return new IncidentStep(known, null, null, Ends: false, tells);
    }
}
