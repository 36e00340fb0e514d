using IntegrationsDashboard.Store.Model;

namespace IntegrationsDashboard.Web.Api.Integrations;

/// <summary>The published shape of an end user.</summary>
/// <param name="OrganizationName">The organisation.</param>
/// <param name="CreatorEmail">Who connected the tool.</param>
/// <param name="OriginId">The organisation's id in the customer's own system.</param>
internal sealed record EndUserData(string OrganizationName, string? CreatorEmail, string? OriginId)
{
    public static EndUserData Of(EndUser endUser) => new(endUser.OrganizationName, endUser.CreatorEmail, endUser.OriginId);
}
