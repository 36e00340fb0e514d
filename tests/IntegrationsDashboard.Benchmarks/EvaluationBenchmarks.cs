using BenchmarkDotNet.Attributes;
using IntegrationsDashboard.Status;

namespace IntegrationsDashboard.Benchmarks;

/// <summary>What a page of statuses costs per row, and a report per sync: no allocation for the one, the new facts for the other.</summary>
[MemoryDiagnoser]
public class EvaluationBenchmarks
{
    private static readonly DateTimeOffset Created = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Now = Created.AddDays(5);

    private readonly SyncFinished _next = Sync("next", SyncState.AuthenticationFailed, Now);
    private IntegrationFacts _facts = null!;

    [ParamsAllValues]
    public IntegrationStatus Status { get; set; }

    [GlobalSetup]
    public void Tell()
    {
        var setup = Status == IntegrationStatus.Setup ? SetupStatus.Incomplete : SetupStatus.Completed;
        var created = IntegrationFacts.Created(EnvironmentKind.Development, Created, Created, setup);
        _facts = History(Status).Aggregate(created, (facts, @event) => facts.Apply(@event));
        if (Evaluate().Status != Status)
        {
            throw new InvalidOperationException($"The history meant to lead to {Status} leads to {Evaluate().Status}.");
        }
    }

    [Benchmark]
    public Evaluation Evaluate() => StatusEvaluator.Evaluate(_facts, Now);

    [Benchmark]
    public IntegrationFacts ApplyOneSync() => _facts.Apply(_next);

    private static IEnumerable<IntegrationEvent> History(IntegrationStatus status)
    {
        yield return Sync("s0", status == IntegrationStatus.QualityAssurance ? SyncState.Failed : SyncState.Succeeded, Created.AddDays(1));
        yield return Sync("s1", SyncState.AuthenticationFailed, Created.AddDays(1).AddHours(1));
        if (status is not (IntegrationStatus.CredentialsInvalid or IntegrationStatus.AuthenticationFailing))
        {
            yield return Sync("s2", SyncState.Succeeded, Created.AddDays(2));
        }

        switch (status)
        {
            case IntegrationStatus.Deleted:
                yield return new Deleted(Created.AddDays(4));
                break;
            case IntegrationStatus.Inactive:
                yield return new Deactivated(Created.AddDays(4));
                break;
            case IntegrationStatus.CredentialsInvalid:
                yield return Sync("s3", SyncState.AuthenticationFailed, Created.AddDays(4).AddHours(2));
                break;
            case IntegrationStatus.SyncFailing:
                yield return Sync("s3", SyncState.Failed, Created.AddDays(4));
                break;
            case IntegrationStatus.SyncHasWarnings:
                yield return Sync("s3", SyncState.PartiallyFailed, Created.AddDays(4));
                break;
            default:
                break;
        }
    }

    private static SyncFinished Sync(string id, SyncState state, DateTimeOffset at) =>
        new(new SyncReference(id, state, at, 7, 3, "The tool answered 503."));
}
