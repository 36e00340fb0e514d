using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Recording;
using IntegrationsDashboard.Syncing.Connecting;
using IntegrationsDashboard.Web.Api.Description;
using IntegrationsDashboard.Web.Reports;

namespace IntegrationsDashboard.Web.Api.Connect;

/// <summary>Reads what the calls that make links have in common.</summary>
internal static class LinkInput
{
    private static readonly string[] Languages = ["en", "de", "fr", "it", "es"];

    /// <summary>The field <c>language</c>, for the API's document.</summary>
    public static InputField LanguageField => InputSchema.Optional("language", InputSchema.OneOf("The end user's language.", Languages));

    /// <summary>The field <c>link_type</c>, for the API's document.</summary>
    /// <param name="usual">What it is where it is left out; null where it has to be there.</param>
    public static InputField TypeField(LinkType? usual)
    {
        var schema = InputSchema.Word<LinkType>(
            $"How the link reaches its reader: EMBEDDED works an hour, MAGIC_LINK 14 days.{(usual is { } type ? $" {Words<LinkType>.Of(type)} where left out." : "")}");
        return usual is null ? InputSchema.Required("link_type", schema) : InputSchema.Optional("link_type", schema);
    }

    /// <summary>Reads <c>language</c> and <c>link_type</c>.</summary>
    public static NewLink Read(InputReader input, LinkKind kind, LinkType usual, bool typeRequired = false)
    {
        var language = input.Line("language", 10);
        if (language is not null && !Languages.Contains(language))
        {
            input.Problem("language", $"must be one of {string.Join(", ", Languages)}");
        }

        var type = input.Word<LinkType>("link_type", typeRequired) ?? usual;
        return new NewLink(kind, type == LinkType.MagicLink ? NewLink.MailedLife : ConnectionDesk.EmbeddedLife) { Language = language };
    }
}
