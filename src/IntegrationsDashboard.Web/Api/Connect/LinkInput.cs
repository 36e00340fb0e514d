using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Recording;
using IntegrationsDashboard.Syncing.Connecting;
using IntegrationsDashboard.Web.Reports;

namespace IntegrationsDashboard.Web.Api.Connect;

/// <summary>Reads what the calls that make links have in common.</summary>
internal static class LinkInput
{
    private static readonly string[] Languages = ["en", "de", "fr", "it", "es"];

    /// <summary>Reads <c>language</c> and <c>link_type</c>.</summary>
    public static NewLink Read(InputReader input, LinkKind kind, LinkType usual, bool typeRequired = false)
    {
        var language = input.Line("language", 10);
        if (language is not null && !Languages.Contains(language))
        {
            input.Problem("language", $"must be one of {string.Join(", ", Languages)}");
        }

        var type = input.Word<LinkType>("link_type", typeRequired) ?? usual;
        return new NewLink(kind, type == LinkType.MagicLink ? ConnectionDesk.MailedLife : ConnectionDesk.EmbeddedLife) { Language = language };
    }
}
