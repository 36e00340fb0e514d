using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Web.Catalogue;

namespace IntegrationsDashboard.Web.Texts;

/// <summary>What an integration is called; of an erased one nobody knows any more whose it was.</summary>
public static class IntegrationNames
{
    /// <summary>Whether its data was erased and only id, tool, workspace and dates remain.</summary>
    public static bool IsErased(this IntegrationView item) => Checked(item).EndUser.OrganizationName.Length == 0;

    /// <summary>The organisation, or the tool where that was erased.</summary>
    public static string Title(this IntegrationView item) =>
        Checked(item).IsErased() ? ToolCatalogue.Label(item.Tool) : item.EndUser.OrganizationName;

    /// <summary>What tells it from others of the same title: the tool, or the id.</summary>
    public static string Subtitle(this IntegrationView item) => Checked(item).IsErased() ? item.Id : ToolCatalogue.Label(item.Tool);

    /// <summary>The tool that an integration's id begins with.</summary>
    public static string ToolOf(string integrationId)
    {
        ArgumentNullException.ThrowIfNull(integrationId);
        return integrationId.Split(':')[0];
    }

    private static IntegrationView Checked(IntegrationView item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item;
    }
}
