using CsCheck;

namespace IntegrationsDashboard.Status.Tests;

/// <summary>Which failures count as one.</summary>
public sealed class SharedIncidentsTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);

    // Few tools and quarters of an hour within two days: windows are met, missed and hit exactly.
    private static readonly Gen<List<Failure>> Any =
        Gen.Select(Gen.Frequency((1, "personio"), (1, "workday")), Gen.Enum<FailureFamily>(), Gen.Int[0, 150])
            .List[0, 24]
            .Select(all => all.Select((one, index) => new Failure($"{one.Item1}:{index:00}", one.Item1, one.Item2, At(one.Item3))).ToList());

    [Fact]
    public void It_finds_what_trying_all_of_them_finds() => Any.Sample(
        failures => Told(SharedIncidents.Find(failures)).SequenceEqual(Naive(failures)), iter: 50_000, print: Print);

    [Fact]
    public void The_order_in_which_failures_are_given_does_not_matter() => Any.Sample(
        failures => Told(SharedIncidents.Find(failures)).SequenceEqual(Told(SharedIncidents.Find(failures.AsEnumerable().Reverse()))), iter: 5_000);

    [Fact]
    public void Three_within_six_hours_are_one_and_a_minute_more_is_none()
    {
        Assert.Single(SharedIncidents.Find([One("a", 0), One("b", 120), One("c", 360)]));
        Assert.Empty(SharedIncidents.Find([One("a", 0), One("b", 120), One("c", 361)]));
        Assert.Empty(SharedIncidents.Find([One("a", 0), One("b", 0)]));
    }

    [Fact]
    public void Other_tools_and_other_troubles_are_other_incidents()
    {
        Assert.Empty(SharedIncidents.Find([One("a", 0), One("b", 0), One("c", 0) with { Tool = "workday" }]));
        Assert.Empty(SharedIncidents.Find([One("a", 0), One("b", 0), One("c", 0) with { Family = FailureFamily.Authentication }]));
    }

    [Fact]
    public void One_that_failed_long_before_does_not_keep_others_apart()
    {
        var found = Assert.Single(SharedIncidents.Find([One("a", 0), One("b", 350), One("c", 400), One("d", 700)]));

        Assert.Equal(["b", "c", "d"], found.Failures.Select(failure => failure.IntegrationId));
        Assert.Equal(Start.AddMinutes(350), found.Since);
    }

    [Fact]
    public void The_largest_comes_first()
    {
        var found = SharedIncidents.Find(
        [
            One("a", 0), One("b", 0), One("c", 0),
            .. new[] { "d", "e", "f", "g" }.Select(id => One(id, 0) with { Tool = "workday" }),
        ]);

        Assert.Equal(["workday", "personio"], found.Select(incident => incident.Tool));
    }

    [Theory]
    [InlineData(IntegrationStatus.SyncFailing, FailureFamily.Syncs)]
    [InlineData(IntegrationStatus.AuthenticationFailing, FailureFamily.Authentication)]
    [InlineData(IntegrationStatus.CredentialsInvalid, FailureFamily.Authentication)]
    [InlineData(IntegrationStatus.Active, null)]
    [InlineData(IntegrationStatus.QualityAssurance, null)]
    [InlineData(IntegrationStatus.SyncHasWarnings, null)]
    public void What_it_suffers_from_begins_with_the_first_failure(IntegrationStatus status, FailureFamily? family)
    {
        var evaluation = new Evaluation
        {
            Status = status,
            Reason = new StatusReason(ReasonCode.CredentialsRefused, Start, Start.AddDays(3)),
            Since = Start.AddDays(3),
            Evidence = default,
            Setup = SetupStatus.Completed,
            Qa = QaStatus.Passed,
            NextChangeAt = null,
        };

        Assert.Equal(family is { } of ? new Failure("x", "personio", of, Start) : null, Failure.Of("x", "personio", evaluation));
    }

    private static DateTimeOffset At(int quarters) => Start.AddMinutes(15 * quarters);

    private static Failure One(string id, int minutes) => new(id, "personio", FailureFamily.Syncs, Start.AddMinutes(minutes));

    private static List<string> Told(IEnumerable<SharedIncident> incidents) =>
        [.. incidents.Select(incident => string.Join(' ', incident.Failures.Select(failure => failure.IntegrationId).Order())).Order()];

    // Tries each failure as the first of an incident, the earliest first, and takes what it finds out of the rest, with all that was before.
    private static List<string> Naive(IReadOnlyCollection<Failure> failures)
    {
        var found = new List<string>();
        var left = failures.ToHashSet();
        foreach (var first in failures.OrderBy(failure => failure.Since).ThenBy(failure => failure.IntegrationId))
        {
            var with = left
                .Where(other => other.Tool == first.Tool && other.Family == first.Family
                    && other.Since >= first.Since && other.Since <= first.Since.AddHours(6))
                .ToList();
            if (left.Contains(first) && with.Count >= 3)
            {
                found.Add(string.Join(' ', with.Select(failure => failure.IntegrationId).Order()));
                left.ExceptWith(with);
            }
        }

        return [.. found.Order()];
    }

    private static string Print(List<Failure> failures) => string.Join('\n', failures);
}
