using System.Globalization;
using System.Text;
using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;
using Microsoft.AspNetCore.WebUtilities;

namespace IntegrationsDashboard.Web;

/// <summary>The addresses of the pages, relative to the dashboard's own. Ids hold only characters that need no escaping.</summary>
public static class Links
{
    /// <summary>What there is to know about the workspace at a glance.</summary>
    public const string Overview = "/overview";

    /// <summary>The list.</summary>
    public const string Integrations = "/integrations";

    /// <summary>The list as a query has it, without the question mark.</summary>
    public static string List(string query) => string.IsNullOrEmpty(query) ? Integrations : $"{Integrations}?{query}";

    /// <summary>The list as a file that a spreadsheet opens; takes the same query.</summary>
    public const string ListAsCsv = "/integrations/export.csv";

    /// <summary>The list as a file of one JSON object a line; takes the same query.</summary>
    public const string ListAsNdjson = "/integrations/export.ndjson";

    /// <summary>The list, what changed last first.</summary>
    public const string LastChanged = "/integrations?sort=since";

    /// <summary>The page that breaks the sandbox; in Development only.</summary>
    public const string Sandbox = "/sandbox";

    /// <summary>What waits for the operators.</summary>
    public const string QualityAssurance = "/operators/quality-assurance";

    /// <summary>An integration's status for a frame in somebody's own product.</summary>
    public static string Embed(string token) => $"/embed/{token}";

    /// <summary>The same as an image.</summary>
    public static string EmbedBadge(string token) => $"/embed/{token}/badge.svg";

    /// <summary>How operators explain error messages.</summary>
    public const string ErrorPatterns = "/operators/error-patterns";

    /// <summary>Where one of these explanations is changed.</summary>
    public static string ErrorPattern(int id) => string.Create(CultureInfo.InvariantCulture, $"{ErrorPatterns}/{id}");

    /// <summary>Where one is made, for messages like the sample.</summary>
    public static string NewErrorPattern(string? sample = null)
    {
        // An address has to stay short enough for everything that it goes through.
        const int most = 500;
        return sample is null
            ? $"{ErrorPatterns}/new"
            : $"{ErrorPatterns}/new?sample={Uri.EscapeDataString(sample.Length <= most ? sample : sample[..most])}";
    }

    /// <summary>An integration's page.</summary>
    public static string Integration(string id) => $"/integrations/{id}";

    /// <summary>An integration's settings, at one of their sections.</summary>
    public static string Settings(string id, string? section = null) =>
        section is null ? $"/integrations/{id}/settings" : $"/integrations/{id}/settings#{section}";

    /// <summary>The page that fills in everything support needs to know.</summary>
    public static string Support(string id) => $"/integrations/{id}/support";

    /// <summary>A sync's page, at one of its log entries.</summary>
    public static string Sync(string id, string syncId, int? entry = null) =>
        entry is null
            ? $"/integrations/{id}/syncs/{syncId}"
            : string.Create(CultureInfo.InvariantCulture, $"/integrations/{id}/syncs/{syncId}?entry={entry}");

    /// <summary>Two syncs of an integration side by side.</summary>
    public static string Compare(string id, string first, string second) =>
        $"/integrations/{id}/syncs/compare?a={Uri.EscapeDataString(first)}&b={Uri.EscapeDataString(second)}";

    /// <summary>A sync's log as a file.</summary>
    public static string LogFile(string id, string syncId) => $"/integrations/{id}/syncs/{syncId}/log.ndjson";

    /// <summary>Where the link for a new integration is made.</summary>
    public const string NewIntegration = "/integrations/new";

    /// <summary>The links that are open and the attempts that failed.</summary>
    public const string Connections = "/connections";

    /// <summary>One of those attempts.</summary>
    public static string Flow(long id) => string.Create(CultureInfo.InvariantCulture, $"{Connections}#flow-{id}");

    /// <summary>Where people sign in.</summary>
    public const string SignIn = "/account/sign-in";

    /// <summary>Where the second factor is asked for.</summary>
    public const string SecondFactor = "/account/second-factor";

    /// <summary>Where a link to set a new password is asked for.</summary>
    public const string ForgotPassword = "/account/forgot-password";

    /// <summary>Where a new password is set.</summary>
    public const string ResetPassword = "/account/reset-password";

    /// <summary>Where the holder of a token sets a new password.</summary>
    public static string NewPassword(Guid personId, string token) =>
        $"{ResetPassword}?person={personId}&token={WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(token))}";

    /// <summary>The token in such an address; null where there is none.</summary>
    public static string? TokenIn(string? text)
    {
        try
        {
            return text is null ? null : Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(text));
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>What makes a page of the account lead back to where somebody wanted to go.</summary>
    public static string ReturnTo(string? address) => address is null ? "" : $"?returnUrl={Uri.EscapeDataString(address)}";

    /// <summary>The API's description for people.</summary>
    public const string ApiReference = "/api";

    /// <summary>One's own account.</summary>
    public const string Account = "/account";

    /// <summary>What one wants to be told, and what one was.</summary>
    public const string Notifications = "/account/notifications";

    /// <summary>Where the reader of a mail stops such mails, signed in or not.</summary>
    public static string Unsubscribe(string token) => $"/unsubscribe/{token}";

    /// <summary>Where a form chooses the language of pages and mails.</summary>
    public const string Language = "/account/language";

    /// <summary>The members of the workspace.</summary>
    public const string Members = "/workspace/members";

    /// <summary>The API keys of the workspace.</summary>
    public const string Keys = "/workspace/keys";

    /// <summary>The webhooks of the workspace.</summary>
    public const string Webhooks = "/workspace/webhooks";

    /// <summary>One of them, with what was sent to it.</summary>
    public static string Webhook(int id) => string.Create(CultureInfo.InvariantCulture, $"{Webhooks}/{id}");

    /// <summary>Who did what in the workspace.</summary>
    public const string Audit = "/workspace/audit";

    /// <summary>All workspaces, for operators.</summary>
    public const string Workspaces = "/operators/workspaces";

    /// <summary>Where the first operator is made.</summary>
    public static string FirstOperator(string token) => $"/account/first/{token}";

    /// <summary>Signs straight into the demonstration.</summary>
    public static string Demonstration(string token) => $"/account/demonstration/{token}";

    /// <summary>Where an invitation is accepted.</summary>
    public static string Invitation(string token) => $"/account/invitation/{token}";

    /// <summary>The API's OpenAPI document; public.</summary>
    public const string ApiDocument = "/openapi/v1.json";

    /// <summary>The public page that a link leads to.</summary>
    public static string Public(LinkKind kind, string token) => kind switch
    {
        LinkKind.Connect => $"/connect/{token}",
        LinkKind.Reconnect => $"/reconnect/{token}",
        LinkKind.SetUp => $"/setup/{token}",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "This kind of link has no page."),
    };

    /// <summary>The token in the address of such a page; null for other addresses.</summary>
    public static string? PublicTokenIn(string? path) => Enum.GetValues<LinkKind>()
        .Select(kind => Public(kind, ""))
        .Where(page => path?.StartsWith(page, StringComparison.Ordinal) == true)
        .Select(page => path![page.Length..])
        .FirstOrDefault();

    /// <summary>Where a next step is done.</summary>
    public static string Step(string id, NextStep step) => step.Kind switch
    {
        NextStepKind.ReadDeletionPolicy => Settings(id, "deletion"),
        NextStepKind.Reactivate => Settings(id, "activity"),
        NextStepKind.SendReconnectionLink or NextStepKind.EnterCredentials or NextStepKind.Reconnect => Settings(id, "credentials"),
        NextStepKind.SeeQualityAssurance => $"{Integration(id)}#quality-assurance",
        NextStepKind.ConfigureFilters or NextStepKind.CreateSetupLink => Settings(id, "setup"),
        NextStepKind.OpenLog => step.Target.SyncId is { } syncId ? Sync(id, syncId, step.Target.Entry) : Integration(id),
        NextStepKind.ContactSupport => Support(id),
        _ => throw new ArgumentOutOfRangeException(nameof(step), step.Kind, "This step lands nowhere."),
    };
}
