using IntegrationsDashboard.Store.Model;

namespace IntegrationsDashboard.Web.Api.Embeds;

/// <summary>An integration's status shown elsewhere.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Origins">The origins whose pages may frame it.</param>
/// <param name="CreatedAt">When it was made (UTC).</param>
/// <param name="ExpiresAt">When it stops working (UTC).</param>
internal sealed record EmbedData(Guid Id, IReadOnlyList<string> Origins, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt)
{
    public static EmbedData Of(Embed embed) => new(embed.Id, embed.Origins, embed.CreatedAt, embed.ExpiresAt);
}
