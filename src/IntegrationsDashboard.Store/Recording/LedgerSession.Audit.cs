using System.Globalization;
using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;
using Microsoft.EntityFrameworkCore;

namespace IntegrationsDashboard.Store.Recording;

public sealed partial class LedgerSession
{
    /// <summary>Refuses what the caller may not do.</summary>
    /// <exception cref="NotAllowedException">They may not.</exception>
    internal static void Demand(WorkspaceScope scope, Rights rights)
    {
        if (!scope.May(rights))
        {
            throw new NotAllowedException(rights);
        }
    }

    /// <summary>
    /// Notes in the audit log what a person did to their own account. What is done to workspaces and integrations, the calls that do
    /// it note by themselves.
    /// </summary>
    /// <param name="by">Who; need not be allowed anything.</param>
    /// <param name="action">What.</param>
    /// <param name="subject">To what else, such as the name of a passkey.</param>
    public void NoteAccount(Initiator by, AuditAction action, string? subject = null) => Add(by, null, action, null, subject, null, null);

    /// <summary>Erases audit entries older than <paramref name="until"/>, at most <paramref name="most"/>; returns how many it erased.</summary>
    public Task<int> EraseAuditAsync(DateTimeOffset until, int most, CancellationToken ct = default) =>
        _db.AuditEntries.Where(entry => entry.At <= until).OrderBy(entry => entry.At).Take(most).ExecuteDeleteAsync(ct);

    // The dashboard itself is not watched: what the rules do stands in the history of statuses.
    private void Audit(
        WorkspaceScope scope,
        AuditAction action,
        string? integrationId = null,
        string? subject = null,
        string? oldValue = null,
        string? newValue = null)
    {
        if (scope.By is { } by)
        {
            Add(by, scope.WorkspaceId, action, integrationId, subject, oldValue, newValue);
        }
    }

    private void Add(
        Initiator by, int? workspaceId, AuditAction action, string? integrationId, string? subject, string? oldValue, string? newValue)
    {
        var words = new[] { action.ToString(), by.Actor.Name, by.Address, integrationId, subject, oldValue, newValue };
        _db.AuditEntries.Add(new AuditEntry
        {
            At = Now,
            WorkspaceId = workspaceId,
            Action = action,
            ActorKind = by.Actor.Kind,
            ActorName = by.Actor.Name,
            PersonId = by.PersonId,
            ApiKeyId = by.ApiKeyId,
            Address = by.Address,
            IntegrationId = integrationId,
            Subject = subject,
            OldValue = oldValue,
            NewValue = newValue,
            SearchText = string.Join('\n', words.Where(word => word is not null)).ToLower(CultureInfo.InvariantCulture),
        });
    }

    private static (AuditAction Action, Rights Needed) Watched(IntegrationEvent @event) => @event switch
    {
        Activated => (AuditAction.IntegrationActivated, Rights.Act),
        Deactivated => (AuditAction.IntegrationDeactivated, Rights.Act),
        CredentialsReplaced => (AuditAction.CredentialsReplaced, Rights.Act),
        SetupCompleted => (AuditAction.FiltersConfigured, Rights.Act),
        QaResolved => (AuditAction.QaResolved, Rights.Operate),
        Deleted => (AuditAction.IntegrationDeleted, Rights.Delete),
        _ => throw new ArgumentOutOfRangeException(nameof(@event), @event, "Nobody does this."),
    };
}
