namespace IntegrationsDashboard.Status;

/// <summary>A failing integration, as far as it takes to see whether others fail with it.</summary>
/// <param name="IntegrationId">The integration.</param>
/// <param name="Tool">Its tool's id.</param>
/// <param name="Family">What it suffers from.</param>
/// <param name="Since">When that began (UTC): the end of the first sync that went so, not the instant at which syncing was paused.</param>
public readonly record struct Failure(string IntegrationId, string Tool, FailureFamily Family, DateTimeOffset Since)
{
    /// <summary>What an integration suffers from; null where its status is no failure, or one that others cannot share.</summary>
    /// <param name="integrationId">The integration.</param>
    /// <param name="tool">Its tool's id.</param>
    /// <param name="evaluation">Its status.</param>
    public static Failure? Of(string integrationId, string tool, Evaluation evaluation) =>
        FamilyOf(evaluation.Status) is { } family ? new Failure(integrationId, tool, family, evaluation.Reason.Since) : null;

    /// <summary>The statuses of a family, the one that needs a person most first.</summary>
    public static IReadOnlyList<IntegrationStatus> Statuses(FailureFamily family) =>
        [.. StatusWords.ByAttention.Where(status => FamilyOf(status) == family)];

    private static FailureFamily? FamilyOf(IntegrationStatus status) => status switch
    {
        IntegrationStatus.SyncFailing => FailureFamily.Syncs,
        IntegrationStatus.AuthenticationFailing or IntegrationStatus.CredentialsInvalid => FailureFamily.Authentication,
        _ => null,
    };
}
