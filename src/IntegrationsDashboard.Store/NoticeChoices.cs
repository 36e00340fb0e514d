using IntegrationsDashboard.Store.Model;
using Microsoft.EntityFrameworkCore;

namespace IntegrationsDashboard.Store;

/// <summary>What holds for people who have chosen nothing.</summary>
internal static class NoticeChoices
{
    /// <summary>What a person is told about a workspace, or as an operator where that is null.</summary>
    public static async Task<NoticeChoice> DefaultAsync(DashboardContext db, Guid personId, int? workspaceId, CancellationToken ct) =>
        workspaceId is null || await db.Memberships.AnyAsync(member => member.PersonId == personId && member.WorkspaceId == workspaceId, ct)
            ? NoticeChoice.Default
            : NoticeChoice.OfOperators;
}
