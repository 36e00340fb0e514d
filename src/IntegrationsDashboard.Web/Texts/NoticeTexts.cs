using System.Globalization;
using Humanizer;
using IntegrationsDashboard.Notifying;
using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Web.Resources;
using Microsoft.Extensions.Localization;

namespace IntegrationsDashboard.Web.Texts;

/// <summary>Says in words what somebody has chosen to be told.</summary>
public sealed class NoticeTexts(
    IStringLocalizer<NotificationResources> texts, IStringLocalizer<LayoutResources> layout, StatusTexts statuses, NotifyingOptions options)
{
    /// <summary>When the daily digest is sent.</summary>
    public string DigestTime
    {
        get
        {
            var time = options.DigestAt.ToString("HH:mm", CultureInfo.InvariantCulture);
            return options.TimeZone == TimeZoneInfo.Utc ? texts["TimeInUtc", time] : texts["TimeInZone", time, options.TimeZone.Id];
        }
    }

    /// <summary>What comes of a choice, in one or two sentences.</summary>
    public string Sentence(NoticeChoice choice, NoticeAudience audience)
    {
        ArgumentNullException.ThrowIfNull(choice);
        if (choice.Cadence == Cadence.Never || audience == NoticeAudience.Operators)
        {
            return texts[$"{audience}_{choice.Cadence}", "", "", "", DigestTime];
        }

        if (choice.Statuses.Count == 0 || choice.Categories.Count == 0 || choice.Environments.Count == 0)
        {
            return texts["Nothing"];
        }

        var entered = choice.Statuses.Where(status => status != IntegrationStatus.QualityAssurance).Select(statuses.Label).ToList();
        var resolves = entered.Count < choice.Statuses.Count;
        var key = $"{audience}_{choice.Cadence}{(entered.Count == 0 ? "_OnlyResolved" : "")}";
        var sentence = texts[key, Which(choice), Either(entered), options.HealsAfter.Humanize(), DigestTime];
        return resolves && entered.Count > 0 ? $"{sentence} {texts[$"{audience}_Resolved"]}" : sentence;
    }

    private string Which(NoticeChoice choice)
    {
        var some = choice.Categories.Count < Enum.GetValues<Category>().Length ? "_Categories" : "";
        var one = choice.Environments is [_] ? "_Environment" : "";
        return texts[
            $"Which{some}{one}",
            Either([.. choice.Categories.Select(category => layout[$"Category_{category}"].Value)]),
            texts[$"Environment_{choice.Environments[0]}"].Value];
    }

    private string Either(List<string> words) =>
        words.Count < 2 ? string.Concat(words) : texts["Or", string.Join(", ", words[..^1]), words[^1]];
}
