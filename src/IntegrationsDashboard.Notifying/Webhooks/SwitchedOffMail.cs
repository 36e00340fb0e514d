using IntegrationsDashboard.Notifying.Mail;
using IntegrationsDashboard.Notifying.Resources;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Store.Recording;
using Microsoft.Extensions.Logging;

namespace IntegrationsDashboard.Notifying.Webhooks;

/// <summary>Tells the admins of a workspace that one of its webhooks was switched off.</summary>
/// <param name="mailer">Sends the mails.</param>
/// <param name="people">Knows the admins.</param>
/// <param name="workspaces">Knows the workspace's name.</param>
/// <param name="pages">Where the mail leads.</param>
/// <param name="logger">Hears of mails that could not be sent.</param>
public sealed class SwitchedOffMail(
    IMailer mailer, PeopleQueries people, WorkspaceQueries workspaces, PageAddresses pages, ILogger<SwitchedOffMail> logger)
{
    /// <summary>Sends a mail to each of them; what cannot be sent is logged.</summary>
    /// <param name="delivery">The last delivery to the webhook.</param>
    /// <param name="why">Why it was switched off.</param>
    /// <param name="ct">Gives it up.</param>
    public async Task SendAsync(ClaimedDelivery delivery, WebhookEnd why, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        try
        {
            var workspace = await workspaces.NameAsync(delivery.WorkspaceId, ct) ?? "";
            var members = await people.MembersAsync(new WorkspaceScope(delivery.WorkspaceId), ct);
            foreach (var admin in members.Where(member => member.Role == Role.Admin))
            {
                await SendAsync(Write(admin, workspace, delivery.Url, why), ct);
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            logger.LogError(exception, "The admins of workspace {Workspace} could not be told that a webhook was switched off.", delivery.WorkspaceId);
        }
    }

    private async Task SendAsync(OutgoingMail mail, CancellationToken ct)
    {
        try
        {
            await mailer.SendAsync(mail, ct);
        }
        catch (MailNotSentException exception)
        {
            logger.LogError(exception, "An admin could not be told that a webhook was switched off.");
        }
    }

    private OutgoingMail Write(Member admin, string workspace, string url, WebhookEnd why) => MailLayout.Write(
        new MailAddress(admin.Email, admin.Name),
        WebhookResources.SwitchedOff(workspace),
        new MailContent
        {
            Heading = WebhookResources.SwitchedOff(workspace),
            Paragraphs = [why == WebhookEnd.Gone ? WebhookResources.WasGone(url) : WebhookResources.WasFailing(url), WebhookResources.WhatWasKept],
            Action = new MailAction(WebhookResources.OpenWebhooks, pages.At(pages.Webhooks)),
            SmallPrint = WebhookResources.WhyYou(workspace),
        });
}
