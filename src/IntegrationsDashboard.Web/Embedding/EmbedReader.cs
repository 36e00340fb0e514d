using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Web.Catalogue;
using IntegrationsDashboard.Web.Resources;
using IntegrationsDashboard.Web.Texts;
using Microsoft.Extensions.Localization;

namespace IntegrationsDashboard.Web.Embedding;

/// <summary>Finds what a token shows, in the language of whoever asks.</summary>
public sealed class EmbedReader(
    EmbedTokens tokens,
    EmbedQueries embeds,
    IntegrationQueries integrations,
    StatusTexts texts,
    Explainer explainer,
    IStringLocalizer<EmbedResources> words,
    TimeProvider time)
{
    /// <summary>The embed that a token names, and what it shows; the latter is null where that has ended, both where the token is none of ours.</summary>
    public async Task<(Embed? Embed, EmbeddedStatus? Shown)> FindAsync(string token, CancellationToken ct = default)
    {
        if (tokens.Read(token) is not { } id || await embeds.FindAsync(id, ct) is not { } embed)
        {
            return (null, null);
        }

        var item = embed.IsOpen(time.GetUtcNow())
            ? await integrations.FindAsync(new WorkspaceScope(embed.WorkspaceId), embed.IntegrationId, ct)
            : null;

        // Whoever deletes an integration does not want it shown any more.
        return (embed, item is null || item.Evaluation.Status == IntegrationStatus.Deleted ? null : Describe(item));
    }

    private EmbeddedStatus Describe(IntegrationView item)
    {
        var now = item.Evaluation;
        var moments = new Moments(TimeZoneInfo.Utc, time);

        // Who switched it off is nothing to strangers.
        var reason = now.Reason with { By = default, Message = null };
        return new EmbeddedStatus
        {
            Tool = ToolCatalogue.Label(item.Tool),
            Organization = item.EndUser.OrganizationName,
            Status = now.Status,
            Since = now.Since,
            Sentence = texts.Sentence(item.Tool, reason, moments),

            // What operators wrote may repeat parts of the message.
            Explanation = explainer.Explain(item.Tool, now.Reason.Message) is { Kind: not Texts.Explanation.OfOperators } known ? known.Sentence : null,
            ToDo = ToDo(now.Status),
            LastSync = item.Facts.LastSync?.EndedAt,
            Moments = moments,
        };
    }

    private string? ToDo(IntegrationStatus status) => status switch
    {
        IntegrationStatus.CredentialsInvalid or IntegrationStatus.AuthenticationFailing => words["ToDo_Reconnect"].Value,
        IntegrationStatus.Setup => words["ToDo_Setup"].Value,
        _ => null,
    };
}
