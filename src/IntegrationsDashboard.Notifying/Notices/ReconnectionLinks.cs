using System.Collections.Concurrent;
using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Store.Recording;

namespace IntegrationsDashboard.Notifying.Notices;

/// <summary>Makes the links by which a mail asks for new credentials: one for a mail, also when it takes several attempts to send it.</summary>
/// <param name="ledger">Makes them.</param>
/// <param name="links">Knows whether one still works.</param>
/// <param name="pages">Where they lead.</param>
/// <param name="time">The clock.</param>
public sealed class ReconnectionLinks(Ledger ledger, LinkQueries links, PageAddresses pages, TimeProvider time)
{
    // By the notice that asked for it, until that is told. Lost with the process, which costs a link that nobody uses.
    private readonly ConcurrentDictionary<long, Guid> _made = new();

    /// <summary>
    /// The link for a mail; null where it tells of no refused credentials, of those of several integrations, or of such as are renewed
    /// already or not kept here, or where its reader could not make one.
    /// </summary>
    /// <param name="claimed">What the mail tells.</param>
    /// <param name="ct">Calls it off.</param>
    public async Task<Uri?> ForAsync(ClaimedNotices claimed, CancellationToken ct = default)
    {
        if (Refused(claimed) is not { } refused)
        {
            return null;
        }

        var link = _made.TryGetValue(refused.Notice.Id, out var id) ? await links.FindAsync(id, ct) : null;
        if (link?.IsOpen(time.GetUtcNow()) != true)
        {
            link = await MakeAsync(refused, ct);
        }

        return link is null ? null : pages.At(pages.Link(link));
    }

    /// <summary>Forgets the link of a mail that was sent.</summary>
    public void Forget(ClaimedNotices claimed)
    {
        ArgumentNullException.ThrowIfNull(claimed);
        foreach (var one in claimed.Notices)
        {
            _made.TryRemove(one.Notice.Id, out _);
        }
    }

    private static ClaimedNotice? Refused(ClaimedNotices claimed)
    {
        ArgumentNullException.ThrowIfNull(claimed);
        if (claimed.IsForOperator || claimed.Reader?.Rights.HasFlag(Rights.Act) != true)
        {
            return null;
        }

        var refused = claimed.Notices
            .Where(one => one.Notice.Kind == NoticeKind.Broke && IsRefused(one.Notice.Status) && IsRefused(one.Integration.Status))
            .DistinctBy(one => one.Integration.Id)
            .ToList();
        return refused is [{ HasCredentialsHere: true } only] ? only : null;
    }

    /// <summary>Whether the tool refuses the credentials, so that new ones help.</summary>
    internal static bool IsRefused(IntegrationStatus status) =>
        status is IntegrationStatus.AuthenticationFailing or IntegrationStatus.CredentialsInvalid;

    private async Task<ConnectionLink?> MakeAsync(ClaimedNotice refused, CancellationToken ct)
    {
        try
        {
            var link = await ledger.WriteAsync(
                session => session.CreateLinkAsync(
                    new WorkspaceScope(refused.Notice.WorkspaceId),
                    new NewLink(LinkKind.Reconnect, NewLink.MailedLife) { IntegrationId = refused.Integration.Id },
                    ct),
                ct: ct);
            _made[refused.Notice.Id] = link.Id;
            return link;
        }
        catch (Exception exception) when (exception is UnknownIdException or RefusedReportException)
        {
            // It was deleted meanwhile.
            return null;
        }
    }
}
