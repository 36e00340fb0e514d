using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;
using Microsoft.EntityFrameworkCore;

namespace IntegrationsDashboard.Store.Recording;

public sealed partial class LedgerSession
{
    /// <summary>Makes a link in the scope's environment, or in that of the integration it is about.</summary>
    /// <exception cref="UnknownIdException">No such integration in the scope, or it was deleted.</exception>
    /// <exception cref="RefusedReportException">Its syncs are reported from outside: there are no credentials or filters here.</exception>
    public async Task<ConnectionLink> CreateLinkAsync(WorkspaceScope scope, NewLink report, CancellationToken ct = default)
    {
        Demand(scope, Rights.Act);
        var integration = report.IntegrationId is { } id ? await LoadAsync(scope, id, ct) : null;
        if (integration is not null)
        {
            await ConnectionAsync(integration, ct);
        }

        var link = new ConnectionLink
        {
            Id = Guid.NewGuid(),
            WorkspaceId = scope.WorkspaceId,
            EnvironmentId = integration?.EnvironmentId
                ?? scope.EnvironmentId ?? throw new ArgumentException("A new integration belongs to one environment.", nameof(scope)),
            Kind = report.Kind,
            IntegrationId = integration?.Id,
            OrganizationName = report.EndUser?.OrganizationName,
            EndUserEmail = report.EndUser?.CreatorEmail,
            OriginId = report.EndUser?.OriginId,
            Category = report.Category,
            Tool = report.Tool,
            Language = report.Language,
            EnableFiltering = report.EnableFiltering,
            CreatedAt = Now,
            ExpiresAt = Now + report.Life,
        };
        _db.ConnectionLinks.Add(link);
        await _db.SaveChangesAsync(ct);
        Audit(scope, AuditAction.LinkCreated, link.IntegrationId, link.Kind.ToString());
        _changes.Add(new IntegrationChanged(link.WorkspaceId, link.IntegrationId));
        return link;
    }

    /// <summary>Revokes a link of the scope's workspace; one that does not work any more stays as it is.</summary>
    public async Task RevokeLinkAsync(WorkspaceScope scope, Guid linkId, CancellationToken ct = default)
    {
        Demand(scope, Rights.Act);
        var link = await _db.ConnectionLinks.FindAsync([linkId], ct);
        if (link?.WorkspaceId == scope.WorkspaceId && link.IsOpen(Now))
        {
            link.RevokedAt = Now;
            await SaveAsync(link, ct);
            Audit(scope, AuditAction.LinkRevoked, link.IntegrationId, link.Kind.ToString());
            _changes.Add(new IntegrationChanged(link.WorkspaceId, link.IntegrationId));
        }
    }

    /// <summary>Uses up a link for what this transaction does; a link works once.</summary>
    /// <param name="linkId">The link.</param>
    /// <param name="integrationId">The integration that came of it.</param>
    /// <param name="ct">Calls it off.</param>
    /// <exception cref="LinkClosedException">It was used, revoked or has expired.</exception>
    public async Task UseLinkAsync(Guid linkId, string integrationId, CancellationToken ct = default)
    {
        var link = await _db.ConnectionLinks.FindAsync([linkId], ct);
        if (link?.IsOpen(Now) != true)
        {
            throw new LinkClosedException();
        }

        link.UsedAt = Now;
        link.IntegrationId = integrationId;
        await SaveAsync(link, ct);
    }

    /// <summary>Keeps a failed attempt to connect, and has the outside told.</summary>
    public async Task RecordFailedFlowAsync(ConnectionFlow flow, CancellationToken ct = default)
    {
        _db.ConnectionFlows.Add(flow);
        await _db.SaveChangesAsync(ct);
        _rows.Insert(new OutboxMessage
        {
            WorkspaceId = flow.WorkspaceId,
            IntegrationId = flow.IntegrationId,
            Type = MessageTypes.FlowFailed,
            OccurredAt = flow.At,
            FlowId = flow.Id,
        });
        _changes.Add(new IntegrationChanged(flow.WorkspaceId, flow.IntegrationId));
    }
}
