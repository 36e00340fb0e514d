using System.Threading.RateLimiting;
using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Store.Recording;
using IntegrationsDashboard.Syncing.Connectors;

namespace IntegrationsDashboard.Syncing.Connecting;

/// <summary>
/// Connects, reconnects and sets up integrations. Credentials are tried against the tool before anything is kept; an attempt that
/// fails leaves everything as it was, and its log behind.
/// </summary>
public sealed class ConnectionDesk(
    Ledger ledger,
    IntegrationQueries integrations,
    ToolRegistry tools,
    CredentialCheck check,
    CredentialVault vault,
    SyncingOptions options,
    TimeProvider time) : IDisposable
{
    /// <summary>How long a link to be opened at once, within another page, works.</summary>
    public static readonly TimeSpan EmbeddedLife = TimeSpan.FromHours(1);

    private const string TooManyAttempts = "That were many attempts in a short time. Wait ten minutes, then try again.";

    // Whoever holds a link could otherwise try passwords through it.
    private readonly PartitionedRateLimiter<string> _attempts = PartitionedRateLimiter.Create<string, string>(key =>
        RateLimitPartition.GetFixedWindowLimiter(key, _ => new FixedWindowRateLimiterOptions { PermitLimit = 10, Window = TimeSpan.FromMinutes(10) }));

    /// <summary>Creates the integration that a link was made for.</summary>
    /// <exception cref="LinkClosedException">The link does not work any more.</exception>
    public async Task<ConnectOutcome> ConnectAsync(
        OpenedLink opened, ToolDefinition tool, string address, IReadOnlyDictionary<string, string> credentials, CancellationToken ct = default)
    {
        var link = Usable(opened, LinkKind.Connect);
        if ((link.Tool ?? tool.Id) != tool.Id || (link.Category ?? tool.Category) != tool.Category)
        {
            throw new ArgumentException("The link was made for another tool.", nameof(tool));
        }

        var user = new EndUser { OrganizationName = link.OrganizationName!, CreatorEmail = link.EndUserEmail, OriginId = link.OriginId };
        if (await RefusalAsync(opened.Scope, link.EnvironmentId, link.Id, null, user, tool, address, credentials, ct) is { } explanation)
        {
            return new ConnectOutcome(null, explanation);
        }

        var description = tools.Describe(tool);
        var filters = link.EnableFiltering && description.Models.Any(model => model.FilterFields.Count > 0);

        // Not within the transaction: the first secret of all makes a key, which goes into the same store.
        var connection = NewConnection(description, address, credentials);
        var id = await ledger.WriteAsync(
            async session =>
            {
                var created = await session.ConnectAsync(
                    opened.Scope,
                    new NewIntegration
                    {
                        Tool = tool.Id,
                        Category = tool.Category,
                        EndUser = user,
                        Setup = filters ? SetupStatus.Incomplete : SetupStatus.Completed,
                    },
                    connection,
                    ct);
                await session.UseLinkAsync(link.Id, created.Id, ct);
                return created.Id;
            },
            ct: ct);
        return new ConnectOutcome(id);
    }

    /// <summary>Replaces the credentials of the integration that a link was made for, once they were found good; a sync starts at once.</summary>
    /// <exception cref="LinkClosedException">The link does not work any more.</exception>
    /// <exception cref="UnknownIdException">The integration was deleted.</exception>
    public Task<ConnectOutcome> ReconnectAsync(
        OpenedLink opened, string address, IReadOnlyDictionary<string, string> credentials, CancellationToken ct = default)
    {
        var link = Usable(opened, LinkKind.Reconnect);
        return ReconnectAsync(opened.Scope, link.IntegrationId!, address, credentials, link.Id, ct);
    }

    /// <summary>The same, by the customer themselves.</summary>
    /// <exception cref="UnknownIdException">No such integration in the scope, or it was deleted.</exception>
    public Task<ConnectOutcome> ReconnectAsync(
        WorkspaceScope scope,
        string integrationId,
        string address,
        IReadOnlyDictionary<string, string> credentials,
        CancellationToken ct = default) =>
        ReconnectAsync(scope, integrationId, address, credentials, null, ct);

    /// <summary>Configures the filters of the integration that a link was made for.</summary>
    /// <exception cref="LinkClosedException">The link does not work any more.</exception>
    /// <exception cref="UnknownIdException">The integration was deleted.</exception>
    public Task<Integration> ConfigureFiltersAsync(OpenedLink opened, SyncFilters filters, CancellationToken ct = default)
    {
        var link = Usable(opened, LinkKind.SetUp);
        return ledger.WriteAsync(
            async session =>
            {
                await session.UseLinkAsync(link.Id, link.IntegrationId!, ct);
                return await session.ConfigureFiltersAsync(opened.Scope, link.IntegrationId!, filters, ct);
            },
            ct: ct);
    }

    /// <summary>How a connection to a tool is kept.</summary>
    public NewConnection NewConnection(ConnectorDescription description, string address, IReadOnlyDictionary<string, string> credentials)
    {
        ArgumentNullException.ThrowIfNull(description);
        ArgumentNullException.ThrowIfNull(address);
        return new NewConnection(
            address.Trim(),
            vault.Protect(credentials),
            description.HasDelta ? options.FullEveryBesideDelta : options.FullEvery,
            description.HasDelta ? options.DeltaEvery : null);
    }

    /// <inheritdoc/>
    public void Dispose() => _attempts.Dispose();

    private async Task<ConnectOutcome> ReconnectAsync(
        WorkspaceScope scope,
        string integrationId,
        string address,
        IReadOnlyDictionary<string, string> credentials,
        Guid? linkId,
        CancellationToken ct)
    {
        var known = await integrations.FindAsync(scope, integrationId, ct);
        if (known is null || known.Evaluation.Status == IntegrationStatus.Deleted || tools.Find(known.Tool) is not { } tool)
        {
            throw new UnknownIdException("integration", integrationId);
        }

        if (await RefusalAsync(scope, known.EnvironmentId, linkId, integrationId, known.EndUser, tool, address, credentials, ct) is { } explanation)
        {
            return new ConnectOutcome(null, explanation);
        }

        var stored = vault.Protect(credentials);
        await ledger.WriteAsync(
            async session =>
            {
                if (linkId is { } used)
                {
                    await session.UseLinkAsync(used, integrationId, ct);
                }

                return await session.ReplaceCredentialsAsync(scope, integrationId, address.Trim(), stored, ct);
            },
            ct: ct);
        return new ConnectOutcome(integrationId);
    }

    private ConnectionLink Usable(OpenedLink opened, LinkKind kind) =>
        opened is { State: LinkState.Open, Link: { } link } && link.Kind == kind && link.IsOpen(time.GetUtcNow())
            ? link
            : throw new LinkClosedException();

    // Why the credentials cannot be kept; null where they can.
    private async Task<string?> RefusalAsync(
        WorkspaceScope scope,
        int environmentId,
        Guid? linkId,
        string? integrationId,
        EndUser user,
        ToolDefinition tool,
        string address,
        IReadOnlyDictionary<string, string> credentials,
        CancellationToken ct)
    {
        if (credentials.MissingOf(tools.Describe(tool)) is { } missing)
        {
            return $"{missing.Label} has to be filled in.";
        }

        using var lease = _attempts.AttemptAcquire(linkId?.ToString() ?? integrationId!);
        if (!lease.IsAcquired)
        {
            return TooManyAttempts;
        }

        var outcome = await check.TryAsync(tool, address, credentials, ct);
        if (!outcome.IsGood)
        {
            var flow = new ConnectionFlow
            {
                LinkId = linkId ?? Guid.Empty,
                WorkspaceId = scope.WorkspaceId,
                EnvironmentId = environmentId,
                IntegrationId = integrationId,
                Tool = tool.Id,
                Category = tool.Category,
                OrganizationName = user.OrganizationName,
                EndUserEmail = user.CreatorEmail,
                OriginId = user.OriginId,
                At = time.GetUtcNow(),
                Error = outcome.Explanation!,
                Log = outcome.Log,
            };
            await ledger.WriteAsync(session => session.RecordFailedFlowAsync(flow, ct), ct);
        }

        return outcome.Explanation;
    }
}
