using System.Globalization;
using IntegrationsDashboard.Store.Model;
using Microsoft.EntityFrameworkCore;

namespace IntegrationsDashboard.Store.Recording;

public sealed partial class LedgerSession
{
    private const int MostEmbeds = 50;

    /// <summary>Lets an integration's status be shown elsewhere.</summary>
    /// <exception cref="NotAllowedException">The caller may not.</exception>
    /// <exception cref="UnknownIdException">No such integration in the scope, or it was deleted.</exception>
    /// <exception cref="RefusedReportException">An origin is none, there is none, the time is too short or too long, or there are too many already.</exception>
    public async Task<Embed> CreateEmbedAsync(WorkspaceScope scope, NewEmbed report, CancellationToken ct = default)
    {
        Demand(scope, Rights.Act);
        var integration = await LoadAsync(scope, report.IntegrationId, ct);
        var origins = report.Origins
            .Select(text => EmbedOrigin.TryRead(text) ?? throw new RefusedReportException("origins", $"\"{text}\" is no origin such as https://app.example.com."))
            .Distinct(StringComparer.Ordinal)
            .ToList();
        if (origins.Count is 0 or > NewEmbed.MostOrigins)
        {
            throw new RefusedReportException("origins", $"give 1 to {NewEmbed.MostOrigins} origins.");
        }

        if (report.Life < NewEmbed.ShortestLife || report.Life > NewEmbed.LongestLife)
        {
            throw new RefusedReportException("days", "choose a time from 1 day to a year.");
        }

        if (await _db.Embeds.CountAsync(e => e.IntegrationId == integration.Id && e.RevokedAt == null && e.ExpiresAt > Now, ct) >= MostEmbeds)
        {
            throw new RefusedReportException("embeds", $"{MostEmbeds} of this integration work already; revoke one of them first.");
        }

        var embed = new Embed
        {
            Id = Guid.NewGuid(),
            WorkspaceId = integration.WorkspaceId,
            IntegrationId = integration.Id,
            Origins = origins,
            CreatedAt = Now,
            ExpiresAt = Now + report.Life,
        };
        _db.Embeds.Add(embed);
        await _db.SaveChangesAsync(ct);
        Audit(scope, AuditAction.EmbedCreated, integration.Id, string.Join(", ", origins), newValue: Until(embed));
        return embed;
    }

    /// <summary>Ends that an integration's status is shown elsewhere; what does not work any more stays as it is.</summary>
    /// <exception cref="NotAllowedException">The caller may not.</exception>
    /// <exception cref="UnknownIdException">The integration has none of this number, or is not in the scope.</exception>
    public async Task RevokeEmbedAsync(WorkspaceScope scope, string integrationId, Guid embedId, CancellationToken ct = default)
    {
        Demand(scope, Rights.Act);
        var integration = await LoadAsync(scope, integrationId, ct);
        var embed = await _db.Embeds.FindAsync([embedId], ct);
        if (embed?.IntegrationId != integration.Id)
        {
            throw new UnknownIdException("embed", embedId.ToString());
        }

        if (embed.IsOpen(Now))
        {
            embed.RevokedAt = Now;
            await SaveAsync(embed, ct);
            Audit(scope, AuditAction.EmbedRevoked, integration.Id, string.Join(", ", embed.Origins), oldValue: Until(embed));
        }
    }

    private static string Until(Embed embed) => embed.ExpiresAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
