using IntegrationsDashboard.Store.Model;
using Microsoft.EntityFrameworkCore;

namespace IntegrationsDashboard.Store.Recording;

public sealed partial class LedgerSession
{
    /// <summary>Creates an API key to the scope's environment.</summary>
    /// <param name="scope">The environment; the caller needs to administer it.</param>
    /// <param name="name">A name for people.</param>
    /// <param name="rights">What it may do: within <see cref="RoleRights.Key"/>, and something.</param>
    /// <param name="expiresAt">When it stops working (UTC); null for never.</param>
    /// <param name="ct">Calls it off.</param>
    /// <exception cref="NotAllowedException">The caller may not.</exception>
    /// <exception cref="RefusedReportException">Name, rights or expiry cannot be right.</exception>
    public async Task<CreatedKey> CreateKeyAsync(
        WorkspaceScope scope, string name, Rights rights, DateTimeOffset? expiresAt, CancellationToken ct = default)
    {
        Demand(scope, Rights.Administer);
        var created = await AddKeyAsync(scope, name, rights, expiresAt, null, ct);
        Audit(scope, AuditAction.KeyCreated, subject: created.Key.Name, newValue: rights.ToString());
        return created;
    }

    /// <summary>Gives a key a successor of the same name and rights; the old one works a while longer, so that programs can change over.</summary>
    /// <param name="scope">The workspace; the caller needs to administer it.</param>
    /// <param name="keyId">The key.</param>
    /// <param name="overlap">How long the old one works beside the new one.</param>
    /// <param name="ct">Calls it off.</param>
    /// <exception cref="NotAllowedException">The caller may not.</exception>
    /// <exception cref="UnknownIdException">The workspace has no such key that works.</exception>
    /// <exception cref="RefusedReportException">Two of this name are valid already.</exception>
    public async Task<CreatedKey> RotateKeyAsync(WorkspaceScope scope, int keyId, TimeSpan overlap, CancellationToken ct = default)
    {
        Demand(scope, Rights.Administer);
        var (key, environmentId) = await OpenKeyAsync(scope, keyId, ct);
        var others = await _db.ApiKeys.AsNoTracking()
            .Where(k => k.EnvironmentId == environmentId && (k.ReplacesId == key.Id || k.Id == key.ReplacesId))
            .ToListAsync(ct);
        if (others.Exists(other => other.IsOpen(Now)))
        {
            throw new RefusedReportException("key", $"\"{key.Name}\" was rotated and two keys are valid; revoke one of them first.");
        }

        var created = await AddKeyAsync(scope with { EnvironmentId = environmentId }, key.Name, key.Rights, key.ExpiresAt, key.Id, ct);
        var end = Now + overlap;
        key.ExpiresAt = key.ExpiresAt < end ? key.ExpiresAt : end;
        await SaveAsync(key, ct);
        Audit(scope, AuditAction.KeyRotated, subject: key.Name, oldValue: key.Hint, newValue: created.Key.Hint);
        return created;
    }

    /// <summary>Revokes a key at once.</summary>
    /// <exception cref="NotAllowedException">The caller may not.</exception>
    /// <exception cref="UnknownIdException">The workspace has no such key that works.</exception>
    public async Task RevokeKeyAsync(WorkspaceScope scope, int keyId, CancellationToken ct = default)
    {
        Demand(scope, Rights.Administer);
        var (key, _) = await OpenKeyAsync(scope, keyId, ct);
        key.RevokedAt = Now;
        await SaveAsync(key, ct);
        Audit(scope, AuditAction.KeyRevoked, subject: key.Name, oldValue: key.Hint);
    }

    /// <summary>Notes that a key was used.</summary>
    public Task UseKeyAsync(int keyId, CancellationToken ct = default) =>
        _db.ApiKeys.Where(key => key.Id == keyId).ExecuteUpdateAsync(set => set.SetProperty(key => key.LastUsedAt, Now), ct);

    private async Task<CreatedKey> AddKeyAsync(
        WorkspaceScope scope, string name, Rights rights, DateTimeOffset? expiresAt, int? replacesId, CancellationToken ct)
    {
        name = name.Trim();
        if (name.Length is 0 or > 100)
        {
            throw new RefusedReportException("name", "give the key a name of at most 100 characters, such as the program that uses it.");
        }

        if (rights == Rights.None || (rights & ~RoleRights.Key) != 0)
        {
            throw new RefusedReportException("scopes", "choose at least one of read, report and manage.");
        }

        if (expiresAt <= Now)
        {
            throw new RefusedReportException("expiry", "choose a time that is yet to come, or none.");
        }

        var environmentId = scope.EnvironmentId ?? throw new ArgumentException("A key belongs to one environment.", nameof(scope));
        var environment = await _db.Environments.FindAsync([environmentId], ct);
        if (environment?.WorkspaceId != scope.WorkspaceId)
        {
            throw new ArgumentException("The environment belongs to another workspace.", nameof(scope));
        }

        var secret = Secrets.NewApiKey(environment.Kind);
        var key = new ApiKey
        {
            EnvironmentId = environmentId,
            Name = name,
            Hash = Secrets.HashKey(secret),
            Hint = secret[^4..],
            Rights = rights,
            CreatedAt = Now,
            CreatedBy = scope.By?.Actor.Name,
            ExpiresAt = expiresAt,
            ReplacesId = replacesId,
        };
        _db.ApiKeys.Add(key);
        await _db.SaveChangesAsync(ct);
        return new CreatedKey(key, secret);
    }

    private async Task<(ApiKey Key, int EnvironmentId)> OpenKeyAsync(WorkspaceScope scope, int keyId, CancellationToken ct)
    {
        var key = await _db.ApiKeys.FindAsync([keyId], ct);
        var environment = key is null ? null : await _db.Environments.FindAsync([key.EnvironmentId], ct);
        return key?.IsOpen(Now) == true && environment?.WorkspaceId == scope.WorkspaceId
            ? (key, environment.Id)
            : throw new UnknownIdException("key", keyId.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }
}
