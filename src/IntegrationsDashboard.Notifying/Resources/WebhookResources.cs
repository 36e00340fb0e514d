using System.Globalization;
using System.Resources;

namespace IntegrationsDashboard.Notifying.Resources;

/// <summary>The texts about webhooks: how attempts failed, and the mail about one that was switched off.</summary>
internal static class WebhookResources
{
    private static readonly ResourceManager Texts = new(typeof(WebhookResources));

    public static string SecretLost => Text(nameof(SecretLost));

    public static string ChannelTest => Text(nameof(ChannelTest));

    public static string OpenWebhooks => Text(nameof(OpenWebhooks));

    public static string WhatWasKept => Text(nameof(WhatWasKept));

    public static string TimedOut(string host, string seconds) => Text(nameof(TimedOut), host, seconds);

    public static string NameNotFound(string host) => Text(nameof(NameNotFound), host);

    public static string NotSecure(string host) => Text(nameof(NotSecure), host);

    public static string NotConnected(string host, string reason) => Text(nameof(NotConnected), host, reason);

    public static string BrokenOff(string host) => Text(nameof(BrokenOff), host);

    public static string NotSent(string host, string reason) => Text(nameof(NotSent), host, reason);

    public static string SwitchedOff(string workspace) => Text(nameof(SwitchedOff), workspace);

    public static string WasFailing(string url) => Text(nameof(WasFailing), url);

    public static string WasGone(string url) => Text(nameof(WasGone), url);

    public static string WhyYou(string workspace) => Text(nameof(WhyYou), workspace);

    private static string Text(string name, params object[] arguments) => string.Format(
        CultureInfo.CurrentCulture,
        Texts.GetString(name, CultureInfo.CurrentUICulture) ?? throw new MissingManifestResourceException($"There is no text {name}."),
        arguments);
}
