namespace IntegrationsDashboard.Status;

/// <summary>How an integration came to be switched off.</summary>
/// <param name="Since">When it was switched off (UTC).</param>
/// <param name="By">Who did it; <see cref="ActorKind.Rule"/> is the idle rule.</param>
public readonly record struct Inactivity(DateTimeOffset Since, Actor By);
