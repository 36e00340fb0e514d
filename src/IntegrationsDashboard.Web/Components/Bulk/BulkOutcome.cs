using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Queries;

namespace IntegrationsDashboard.Web.Components.Bulk;

/// <summary>What became of one of many.</summary>
/// <param name="Id">The integration's id.</param>
/// <param name="Item">The integration as it was before; null where it was not found.</param>
/// <param name="End">What became of it.</param>
/// <param name="Detail">What there is to say about that; null for nothing.</param>
/// <param name="Link">The link that was made for it.</param>
public sealed record BulkOutcome(string Id, IntegrationView? Item, BulkEnd End, string? Detail = null, ConnectionLink? Link = null);
