namespace IntegrationsDashboard.Web.Api.Description;

/// <summary>The headings of the API's document, in its order, each with what stands under it.</summary>
internal static class CallTags
{
    public const string Integrations = "Integrations";
    public const string Connecting = "Connecting";
    public const string Syncs = "Syncs";
    public const string Events = "Events";
    public const string Tools = "Tools";
    public const string Keys = "Keys";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<(string Name, string Text)> All { get; } =
    [
        (Integrations, "Integrations, their statuses, and what can be done about them."),
        (Connecting, "Links by which end users connect tools, reconnect them, and configure filters."),
        (Syncs, "Syncs: queued here, or run elsewhere and reported; and their logs."),
        (Events, "Changes of status as they happen."),
        (Tools, "What can be connected."),
        (Keys, "The API key itself."),
    ];
}
