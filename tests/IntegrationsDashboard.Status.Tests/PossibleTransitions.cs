using static IntegrationsDashboard.Status.IntegrationStatus;

namespace IntegrationsDashboard.Status.Tests;

/// <summary>Which status can follow which in a sorted history.</summary>
internal static class PossibleTransitions
{
    private static readonly IntegrationStatus[] Upper = [IntegrationStatus.Deleted, Inactive, CredentialsInvalid, QualityAssurance, Setup];
    private static readonly IntegrationStatus[] Lower = [AuthenticationFailing, SyncFailing, SyncHasWarnings, Active];

    public static readonly IReadOnlySet<(IntegrationStatus From, IntegrationStatus To)> All =
        new HashSet<(IntegrationStatus, IntegrationStatus)>(
        [
            // Nothing follows a deletion. Switching on uncovers whatever lies below.
            .. From(Inactive, [.. Upper, .. Lower]),

            // So do new credentials, or a sync that got in.
            .. From(CredentialsInvalid, [.. Upper, .. Lower]),

            // So does an operator's word; refused sign-ins go on counting meanwhile.
            .. From(QualityAssurance, [.. Upper, .. Lower]),

            // Syncs that set-up needs may be the first one, or be refused for three days.
            .. From(Setup, [.. Upper, .. Lower]),

            // Below Setup only a streak leads to Credentials Invalid, and the filters stay configured.
            .. From(AuthenticationFailing, [IntegrationStatus.Deleted, Inactive, CredentialsInvalid, .. Lower]),
            .. From(SyncFailing, [IntegrationStatus.Deleted, Inactive, .. Lower]),
            .. From(SyncHasWarnings, [IntegrationStatus.Deleted, Inactive, .. Lower]),

            // Active is also the status before the first sync, which alone can lead to Quality Assurance.
            .. From(Active, [IntegrationStatus.Deleted, Inactive, QualityAssurance, .. Lower]),
        ]);

    private static IEnumerable<(IntegrationStatus, IntegrationStatus)> From(IntegrationStatus from, IntegrationStatus[] to) =>
        to.Where(status => status != from).Select(status => (from, status));
}
