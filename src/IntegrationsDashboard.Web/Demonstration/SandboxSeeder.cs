using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Recording;
using IntegrationsDashboard.Syncing;
using IntegrationsDashboard.Syncing.Connecting;
using IntegrationsDashboard.Syncing.Connectors;
using IntegrationsDashboard.Web.Sandbox;

namespace IntegrationsDashboard.Web.Demonstration;

/// <summary>The integrations of the demonstration that really sync, each with a company of the sandbox.</summary>
internal sealed class SandboxSeeder
{
    private const int Seed = 20_261;

    private static readonly Dictionary<string, (EnvironmentKind Environment, SetupStatus Setup)> Kinds = new()
    {
        ["birchwood"] = (EnvironmentKind.Production, SetupStatus.Completed),
        ["calder"] = (EnvironmentKind.Production, SetupStatus.Incomplete),
        ["driftmark"] = (EnvironmentKind.Development, SetupStatus.Completed),
        ["elmhurst"] = (EnvironmentKind.Development, SetupStatus.Completed),
    };

    private readonly List<(EnvironmentKind Environment, NewIntegration Integration, NewConnection Connection)> _plan;

    /// <summary>
    /// Gets everything ready. Encrypting may write a first key to the store, which it could not during a transaction: so that is
    /// done here, before one begins.
    /// </summary>
    public SandboxSeeder(Uri address, SandboxAccounts accounts, CredentialVault vault, SyncingOptions options)
    {
        var random = new Random(Seed);
        _plan = [.. accounts.All.Select(account => (
            Kinds[account.Id].Environment,
            new NewIntegration
            {
                Tool = SandboxTool.Id,
                Category = Category.Hris,
                EndUser = DemonstrationPeople.EndUser(account.Company, random),
                Setup = Kinds[account.Id].Setup,
                IsDemonstration = true,
            },
            new NewConnection(
                address.ToString(),
                vault.Protect(new Dictionary<string, string> { [SignInMethod.Key] = "bearer", ["token"] = account.Token }),
                options.FullEveryBesideDelta,
                options.DeltaEvery)))];
    }

    /// <summary>Connects them in a workspace.</summary>
    public async Task ConnectAsync(LedgerSession session, Workspace workspace, CancellationToken ct = default)
    {
        foreach (var (environment, integration, connection) in _plan)
        {
            await session.ConnectAsync(DemonstrationSeeder.ScopeOf(workspace, environment), integration, connection, ct);
        }
    }
}
