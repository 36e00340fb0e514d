using static IntegrationsDashboard.Status.SyncState;

namespace IntegrationsDashboard.Status.Tests;

/// <summary>What happened to one integration, told in order. Immutable: one beginning may have several endings.</summary>
internal sealed record Story
{
    private Story(EnvironmentKind environment, SetupStatus setup) =>
        Facts = IntegrationFacts.Created(environment, Times.Created, Times.Created, setup);

    public IntegrationFacts Facts { get; private init; }

    public DateTimeOffset Clock { get; private init; } = Times.Created;

    public IReadOnlyList<IntegrationEvent> Events { get; private init; } = [];

    public Evaluation Now => StatusEvaluator.Evaluate(Facts, Clock);

    public IntegrationStatus Status => Now.Status;

    private int Count => Events.Count + 1;

    public static Story InProduction(SetupStatus setup = SetupStatus.Completed) => new(EnvironmentKind.Production, setup);

    public static Story InDevelopment(SetupStatus setup = SetupStatus.Completed) => new(EnvironmentKind.Development, setup);

    public Story After(TimeSpan time) => this with { Clock = Clock + time };

    /// <summary>A sync ends; the first thing told is s1, the second s2 and so on.</summary>
    public Story Sync(SyncState state, int? error = null, int? warning = null, string? message = null) =>
        Happens(new SyncFinished(new SyncReference($"s{Count}", state, Clock, error, warning, message)));

    /// <summary>Refused sign-ins over exactly three days.</summary>
    public Story RefusedForThreeDays() => Sync(AuthenticationFailed).After(Times.Hours(72)).Sync(AuthenticationFailed);

    public Story SwitchedOff() => Happens(new Deactivated(Clock) { Actor = new Actor(ActorKind.Person, "Ada") });

    public Story SwitchedOffByApi() => Happens(new Deactivated(Clock) { Actor = new Actor(ActorKind.ApiKey, "key") });

    public Story SwitchedOn() => Happens(new Activated(Clock));

    public Story NewCredentials() => Happens(new CredentialsReplaced(Clock));

    public Story FiltersConfigured() => Happens(new SetupCompleted(Clock));

    public Story Resolved() => Happens(new QaResolved(Clock, "It was us."));

    public Story Gone() => Happens(new Deleted(Clock));

    public Story Requested() => Happens(new ApiRequested(Clock));

    public Story Happens(IntegrationEvent @event)
    {
        var numbered = @event with { Sequence = Count };
        return this with { Facts = Facts.Apply(numbered), Events = [.. Events, numbered] };
    }
}
