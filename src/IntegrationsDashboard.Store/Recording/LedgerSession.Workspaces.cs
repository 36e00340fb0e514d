using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;
using Microsoft.EntityFrameworkCore;

namespace IntegrationsDashboard.Store.Recording;

public sealed partial class LedgerSession
{
    /// <summary>Creates a workspace with both environments, unless there is one already; returns the one created, or null.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="productionKey">An API key to its production environment; none where it is null.</param>
    /// <param name="developmentKey">An API key to its development environment; none where it is null.</param>
    /// <param name="ct">Calls it off.</param>
    public async Task<Workspace?> BootstrapAsync(string name, string? productionKey, string? developmentKey, CancellationToken ct = default)
    {
        if (await _db.Workspaces.AnyAsync(ct))
        {
            return null;
        }

        WorkspaceEnvironment New(EnvironmentKind kind, string? key) => new()
        {
            Kind = kind,
            ApiKeys = string.IsNullOrEmpty(key) ? [] : [new ApiKey { Name = "Bootstrap key", Hash = Secrets.HashKey(key), CreatedAt = Now }],
        };

        var workspace = new Workspace
        {
            Name = name,
            CreatedAt = Now,
            Environments = [New(EnvironmentKind.Production, productionKey), New(EnvironmentKind.Development, developmentKey)],
        };
        _db.Workspaces.Add(workspace);
        await _db.SaveChangesAsync(ct);
        return workspace;
    }

    /// <summary>Creates another workspace with both environments.</summary>
    /// <exception cref="NotAllowedException">The caller is no operator.</exception>
    /// <exception cref="RefusedReportException">The name cannot be right, or is taken.</exception>
    public async Task<Workspace> CreateWorkspaceAsync(Initiator by, string name, CancellationToken ct = default)
    {
        Demand(new WorkspaceScope(0, null, by), Rights.Operate);
        var workspace = new Workspace
        {
            Name = await FreeNameAsync(name, ct),
            CreatedAt = Now,
            Environments = [new() { Kind = EnvironmentKind.Production }, new() { Kind = EnvironmentKind.Development }],
        };
        _db.Workspaces.Add(workspace);
        await _db.SaveChangesAsync(ct);
        Add(by, workspace.Id, AuditAction.WorkspaceCreated, null, workspace.Name, null, null);
        return workspace;
    }

    /// <summary>Gives a workspace another name.</summary>
    /// <exception cref="NotAllowedException">The caller may not.</exception>
    /// <exception cref="RefusedReportException">The name cannot be right, or is taken.</exception>
    public async Task RenameWorkspaceAsync(WorkspaceScope scope, string name, CancellationToken ct = default)
    {
        Demand(scope, Rights.Administer);
        var workspace = await _db.Workspaces.FindAsync([scope.WorkspaceId], ct) ?? throw new ArgumentException("There is no such workspace.", nameof(scope));
        if (workspace.Name != name.Trim())
        {
            var old = workspace.Name;
            workspace.Name = await FreeNameAsync(name, ct);
            await SaveAsync(workspace, ct);
            Audit(scope, AuditAction.WorkspaceRenamed, oldValue: old, newValue: workspace.Name);
            _changes.Add(new IntegrationChanged(workspace.Id, null));
        }
    }

    /// <summary>Removes every trace of the demonstration integrations of a workspace, and nothing else; returns how many there were.</summary>
    /// <exception cref="NotAllowedException">The caller may not.</exception>
    public async Task<int> RemoveDemonstrationAsync(WorkspaceScope scope, CancellationToken ct = default)
    {
        Demand(scope, Rights.Delete);
        var workspaceId = scope.WorkspaceId;
        var integrations = _db.Integrations.Where(i => i.IsDemonstration && i.WorkspaceId == workspaceId);
        var groups = await integrations
            .GroupBy(i => new { i.Environment, i.Category, i.Tool, i.Status })
            .Select(group => new { group.Key, Count = group.Count() })
            .ToListAsync(ct);
        var ids = integrations.Select(i => i.Id);
        var syncs = _db.Syncs.Where(sync => ids.Contains(sync.IntegrationId));
        await _db.LogBodies.Where(body => syncs.Select(s => s.Key).Contains(body.SyncKey)).ExecuteDeleteAsync(ct);
        await _db.LogEntries.Where(entry => syncs.Select(s => s.Key).Contains(entry.SyncKey)).ExecuteDeleteAsync(ct);
        await _db.Outbox.Where(message => ids.Contains(message.IntegrationId!)).ExecuteDeleteAsync(ct);
        await _db.Notices.Where(notice => ids.Contains(notice.IntegrationId)).ExecuteDeleteAsync(ct);
        await _db.Incidents.Where(incident => ids.Contains(incident.IntegrationId)).ExecuteDeleteAsync(ct);
        await _db.Records.Where(record => ids.Contains(record.IntegrationId)).ExecuteDeleteAsync(ct);
        await _db.SyncJobs.Where(job => ids.Contains(job.IntegrationId)).ExecuteDeleteAsync(ct);
        await _db.Connections.Where(connection => ids.Contains(connection.IntegrationId)).ExecuteDeleteAsync(ct);
        await _db.ConnectionLinks.Where(link => ids.Contains(link.IntegrationId!)).ExecuteDeleteAsync(ct);
        await _db.Embeds.Where(embed => ids.Contains(embed.IntegrationId)).ExecuteDeleteAsync(ct);
        await ForgetDemonstrationDaysAsync(workspaceId, ct);
        await _db.SyncDays.Where(day => ids.Contains(day.IntegrationId)).ExecuteDeleteAsync(ct);
        await syncs.ExecuteDeleteAsync(ct);
        await _db.Events.Where(e => ids.Contains(e.IntegrationId)).ExecuteDeleteAsync(ct);
        await _db.StatusChanges.Where(change => ids.Contains(change.IntegrationId)).ExecuteDeleteAsync(ct);
        foreach (var group in groups)
        {
            await _db.StatusCounts
                .Where(c => c.WorkspaceId == workspaceId && c.Environment == group.Key.Environment && c.Category == group.Key.Category)
                .Where(c => c.Tool == group.Key.Tool && c.Status == group.Key.Status)
                .ExecuteUpdateAsync(set => set.SetProperty(c => c.Count, c => c.Count - group.Count), ct);
        }

        await _db.StatusCounts.Where(c => c.WorkspaceId == workspaceId && c.Count == 0).ExecuteDeleteAsync(ct);
        var removed = await integrations.ExecuteDeleteAsync(ct);
        _known.Clear();
        Audit(scope, AuditAction.DemonstrationRemoved);
        _changes.Add(new IntegrationChanged(workspaceId, null));
        return removed;
    }

    // What the integrations brought to the days of their tools goes with them.
    private async Task ForgetDemonstrationDaysAsync(int workspaceId, CancellationToken ct)
    {
        await _db.Database.ExecuteSqlAsync(
            $"""
            UPDATE "ToolDays" AS t SET
                "Succeeded" = t."Succeeded" - gone.s, "Warned" = t."Warned" - gone.w, "Failed" = t."Failed" - gone.f,
                "Refused" = t."Refused" - gone.r, "DurationMs" = t."DurationMs" - gone.d, "Records" = t."Records" - gone.n
            FROM (
                SELECT i."Environment" AS e, i."Tool" AS tool, d."Day" AS day, SUM(d."Succeeded") AS s, SUM(d."Warned") AS w,
                    SUM(d."Failed") AS f, SUM(d."Refused") AS r, SUM(d."DurationMs") AS d, SUM(d."Records") AS n
                FROM "Integrations" AS i JOIN "SyncDays" AS d ON d."IntegrationId" = i."Id"
                WHERE i."WorkspaceId" = {workspaceId} AND i."IsDemonstration"
                GROUP BY i."Environment", i."Tool", d."Day") AS gone
            WHERE t."WorkspaceId" = {workspaceId} AND t."Environment" = gone.e AND t."Tool" = gone.tool AND t."Day" = gone.day
            """,
            ct);
        await _db.ToolDays
            .Where(d => d.WorkspaceId == workspaceId && d.Succeeded + d.Warned + d.Failed + d.Refused == 0)
            .ExecuteDeleteAsync(ct);
    }

    /// <summary>How many bytes and lines of a file have been imported; zero for one never begun.</summary>
    public async Task<ImportProgress> ImportProgressAsync(string id, CancellationToken ct = default)
    {
        var progress = await _db.Imports.FindAsync([id], ct);
        if (progress is null)
        {
            _db.Imports.Add(progress = new ImportProgress { Id = id });
        }

        return progress;
    }

    /// <summary>Forgets how far a file has been imported; does nothing where that is not known.</summary>
    public async Task ForgetImportAsync(string id, CancellationToken ct = default)
    {
        if (await _db.Imports.FindAsync([id], ct) is { } progress)
        {
            _db.Imports.Remove(progress);
        }
    }

    private async Task<string> FreeNameAsync(string name, CancellationToken ct)
    {
        name = name.Trim();
        if (name.Length is 0 or > 100)
        {
            throw new RefusedReportException("name", "give the workspace a name of at most 100 characters.");
        }

        return await _db.Workspaces.AnyAsync(w => w.Name == name, ct)
            ? throw new RefusedReportException("name", $"there is a workspace \"{name}\" already; choose another name.")
            : name;
    }
}
