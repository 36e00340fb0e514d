using IntegrationsDashboard.Notifying.Notices;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Web.Resources;
using Microsoft.Extensions.Localization;

namespace IntegrationsDashboard.Web.Components.Notifications;

/// <summary>
/// Stops mails for whoever has the link in one of them: their mail program by itself (RFC 8058), or they themselves on the page. The token
/// is all the proof there is; there are neither cookies nor a token against forgery.
/// </summary>
internal static class UnsubscribeEndpoint
{
    /// <summary>The field that says that mails are to be stopped.</summary>
    public const string Field = "List-Unsubscribe";

    /// <summary>What it says.</summary>
    public const string OneClick = "One-Click";

    /// <summary>The field that says that a person waits for a page.</summary>
    public const string FromPage = "page";

    /// <summary>Maps it before the page of the same address, which answers to nothing but being opened.</summary>
    public static void MapUnsubscribe(this WebApplication app) =>
        app.MapPost("/unsubscribe/{token}", StopAsync).AllowAnonymous().DisableAntiforgery().WithOrder(-1);

    private static async Task<IResult> StopAsync(
        string token, HttpRequest request, UnsubscribeTokens tokens, NoticeQueries notices, Ledger ledger, IStringLocalizer<NotificationResources> text, CancellationToken ct)
    {
        var form = await ReadAsync(request, ct);
        if (form is null || form[Field].ToString() != OneClick)
        {
            return Results.Text(text["StopNotAsked"], statusCode: StatusCodes.Status400BadRequest);
        }

        if (tokens.Read(token) is not { } told || await notices.SubscriptionAsync(told.PersonId, told.WorkspaceId, ct) is null)
        {
            return Results.Text($"{text["StopUnknown"]}. {text["StopUnknownExplanation"]}", statusCode: StatusCodes.Status404NotFound);
        }

        await ledger.WriteAsync(session => session.StopMailsAsync(told.PersonId, told.WorkspaceId, ct), ct: ct);
        return form.ContainsKey(FromPage) ? Results.LocalRedirect($"~{Links.Unsubscribe(token)}") : Results.Text(text["StoppedTitle"]);
    }

    private static async Task<IFormCollection?> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        try
        {
            return request.HasFormContentType ? await request.ReadFormAsync(ct) : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
