using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;

namespace IntegrationsDashboard.Store.Tests.Notices;

/// <summary>
/// Says what is told of one integration from the whole of what happened to it, looking back: first where the incidents end, then what
/// each of them held.
/// </summary>
internal static class NoticeOracle
{
    internal sealed record Change(IntegrationStatus From, IntegrationStatus To, DateTimeOffset At);

    internal sealed record Told(string Name, NoticeKind Kind, IntegrationStatus Status, DateTimeOffset At);

    public static IEnumerable<Told> Of(
        Integration integration, IReadOnlyList<Change> changes, DateTimeOffset now, TimeSpan healsAfter, IReadOnlyList<NoticeListenerCase> listeners)
    {
        if (changes.Any(change => change.To == IntegrationStatus.Deleted))
        {
            yield break;
        }

        for (var start = 0; start < changes.Count; start++)
        {
            if (changes[start].To == IntegrationStatus.Active && !IsResolution(changes[start]))
            {
                continue;
            }

            var end = start;
            while (end < changes.Count - 1 && !Ends(end))
            {
                end++;
            }

            var incident = changes.Skip(start).Take(end - start + 1).ToList();
            foreach (var told in listeners.SelectMany(listener => listener.IsOperator
                ? ToOperator(incident, listener)
                : ToCustomer(incident, Ends(end), integration, listener)))
            {
                yield return told;
            }

            start = end;
        }

        bool Ends(int index) => changes[index].To == IntegrationStatus.Active
            && (IsResolution(changes[index]) || (index + 1 < changes.Count ? changes[index + 1].At : now) - changes[index].At >= healsAfter);
    }

    private static bool IsResolution(Change change) => change.From == IntegrationStatus.QualityAssurance
        && change.To is not (IntegrationStatus.Inactive or IntegrationStatus.CredentialsInvalid);

    private static IEnumerable<Told> ToOperator(List<Change> incident, NoticeListenerCase listener)
    {
        var entered = incident.FirstOrDefault(change => change.To == IntegrationStatus.QualityAssurance);
        if (entered is not null && !IsResolution(incident[0]) && listener.Effective.Cadence != Cadence.Never)
        {
            yield return new Told(listener.Name, NoticeKind.QualityAssuranceEntered, entered.To, entered.At);
        }
    }

    private static IEnumerable<Told> ToCustomer(List<Change> incident, bool ended, Integration integration, NoticeListenerCase listener)
    {
        if (listener.IsChannel && integration.Environment != EnvironmentKind.Production)
        {
            return [];
        }

        bool Wants(IntegrationStatus status) => listener.Effective.Includes(status, integration.Category, integration.Environment);
        var broke = incident
            .Where(change => change.To is not (IntegrationStatus.Active or IntegrationStatus.QualityAssurance) && Wants(change.To))
            .DistinctBy(change => change.To)
            .Select(change => new Told(listener.Name, NoticeKind.Broke, change.To, change.At))
            .ToList();
        var resolved = incident
            .Where(change => IsResolution(change) && Wants(IntegrationStatus.QualityAssurance))
            .Select(change => new Told(listener.Name, NoticeKind.QualityAssuranceResolved, change.To, change.At))
            .ToList();
        var last = incident[^1];
        var hearsOfEnd = ended && broke.Count > 0 && !resolved.Exists(told => told.Status == IntegrationStatus.Active);
        return [.. broke, .. resolved, .. hearsOfEnd ? [new Told(listener.Name, NoticeKind.Healed, last.To, last.At)] : Array.Empty<Told>()];
    }
}
