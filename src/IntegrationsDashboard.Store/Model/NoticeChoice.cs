using IntegrationsDashboard.Status;

namespace IntegrationsDashboard.Store.Model;

/// <summary>What somebody wants to be told, and how soon.</summary>
/// <param name="Cadence">How soon.</param>
/// <param name="Statuses">
/// Of which statuses an integration enters; of its recovery hears whoever was told of the failure.
/// <see cref="IntegrationStatus.QualityAssurance"/> is told once it is resolved: until then there is nothing that a customer could do.
/// </param>
/// <param name="Categories">Of integrations of which categories.</param>
/// <param name="Environments">Of integrations in which environments.</param>
public sealed record NoticeChoice(
    Cadence Cadence,
    IReadOnlyList<IntegrationStatus> Statuses,
    IReadOnlyList<Category> Categories,
    IReadOnlyList<EnvironmentKind> Environments)
{
    /// <summary>The statuses that can be chosen, in the order of attention: an integration that is active or deleted needs nobody.</summary>
    public static IReadOnlyList<IntegrationStatus> Offered { get; } =
    [
        IntegrationStatus.CredentialsInvalid,
        IntegrationStatus.AuthenticationFailing,
        IntegrationStatus.SyncFailing,
        IntegrationStatus.QualityAssurance,
        IntegrationStatus.SyncHasWarnings,
        IntegrationStatus.Setup,
        IntegrationStatus.Inactive,
    ];

    /// <summary>What holds for whoever has chosen nothing: what fails in production, at once.</summary>
    public static NoticeChoice Default { get; } = new(
        Cadence.AtOnce,
        [IntegrationStatus.CredentialsInvalid, IntegrationStatus.AuthenticationFailing, IntegrationStatus.SyncFailing, IntegrationStatus.QualityAssurance],
        Enum.GetValues<Category>(),
        [EnvironmentKind.Production]);

    /// <summary>What holds for an operator about a workspace that they are no member of: nothing, until they choose something.</summary>
    public static NoticeChoice OfOperators { get; } = Default with { Cadence = Cadence.Never };

    /// <summary>Whether it includes that an integration entered a status.</summary>
    public bool Includes(IntegrationStatus status, Category category, EnvironmentKind environment) =>
        Cadence != Cadence.Never && Statuses.Contains(status) && Categories.Contains(category) && Environments.Contains(environment);
}
