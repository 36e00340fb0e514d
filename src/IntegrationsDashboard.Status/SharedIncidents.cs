namespace IntegrationsDashboard.Status;

/// <summary>
/// Finds failures that probably share a cause, so that an outage of a tool is one thing to look at and not one for each customer.
/// </summary>
/// <remarks>
/// The failures of one tool and one family are read in the order in which they began. Where at least <see cref="Least"/> of them, the
/// one at hand included, began no later than <see cref="Window"/> after it, all of those are one incident, and reading goes on after
/// the last of them; otherwise the one at hand stands for itself, and reading goes on with the next. So no incident spans more than the
/// window, no failure belongs to two, and none of those that are left could have made another.
/// </remarks>
public static class SharedIncidents
{
    /// <summary>How many integrations it takes.</summary>
    public const int Least = 3;

    /// <summary>How far apart the first and the last beginning may lie; itself included.</summary>
    public static TimeSpan Window { get; } = TimeSpan.FromHours(6);

    /// <summary>The incidents that several share: the largest first, of equals the one that began last.</summary>
    public static IReadOnlyList<SharedIncident> Find(IEnumerable<Failure> failures)
    {
        ArgumentNullException.ThrowIfNull(failures);
        var found = new List<SharedIncident>();
        foreach (var alike in failures.GroupBy(failure => (failure.Tool, failure.Family)))
        {
            Failure[] sorted = [.. alike.OrderBy(failure => failure.Since).ThenBy(failure => failure.IntegrationId, StringComparer.Ordinal)];
            for (int first = 0, end = 0; first < sorted.Length;)
            {
                while (end < sorted.Length && sorted[end].Since - sorted[first].Since <= Window)
                {
                    end++;
                }

                if (end - first < Least)
                {
                    first++;
                    continue;
                }

                found.Add(new SharedIncident(alike.Key.Tool, alike.Key.Family, sorted[first..end]));
                first = end;
            }
        }

        return
        [
            .. found
                .OrderByDescending(incident => incident.Failures.Count)
                .ThenByDescending(incident => incident.Since)
                .ThenBy(incident => incident.Tool, StringComparer.Ordinal)
                .ThenBy(incident => incident.Family),
        ];
    }
}
