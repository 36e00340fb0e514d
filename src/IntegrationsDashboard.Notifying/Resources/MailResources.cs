using System.Globalization;
using System.Resources;

namespace IntegrationsDashboard.Notifying.Resources;

/// <summary>The texts that stand in every mail.</summary>
internal static class MailResources
{
    private static readonly ResourceManager Texts = new(typeof(MailResources));

    /// <summary>The dashboard's name.</summary>
    public static string Product => Text(nameof(Product));

    /// <summary>What stands before a link that is written out beneath its button.</summary>
    public static string LinkInWords => Text(nameof(LinkInWords));

    /// <summary>What stands before the status of what the mail is about.</summary>
    public static string StatusNow => Text(nameof(StatusNow));

    private static string Text(string name) =>
        Texts.GetString(name, CultureInfo.CurrentUICulture) ?? throw new MissingManifestResourceException($"There is no text {name}.");
}
