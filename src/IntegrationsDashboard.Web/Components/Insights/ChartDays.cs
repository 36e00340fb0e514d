using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Web.Components.Shared;
using IntegrationsDashboard.Web.Resources;
using IntegrationsDashboard.Web.Texts;
using Microsoft.Extensions.Localization;

namespace IntegrationsDashboard.Web.Components.Insights;

/// <summary>Turns what the syncs of each day came to into what charts show.</summary>
internal static class ChartDays
{
    /// <summary>How the syncs ended: what went well at the bottom, what went wrong on top.</summary>
    public static IReadOnlyList<ChartSeries> Outcomes(IStringLocalizer<InsightResources> text) =>
    [
        new(text["Outcome_Succeeded"], IntegrationStatus.Active.Word(), Whole),
        new(text["Outcome_Warned"], IntegrationStatus.SyncHasWarnings.Word(), Whole),
        new(text["Outcome_Failed"], IntegrationStatus.SyncFailing.Word(), Whole),
        new(text["Outcome_Refused"], IntegrationStatus.AuthenticationFailing.Word(), Whole),
    ];

    /// <summary>How long a sync took on average.</summary>
    public static IReadOnlyList<ChartSeries> Duration(IStringLocalizer<InsightResources> text) =>
        [new(text["MeanDuration"], null, seconds => Moments.Duration(TimeSpan.FromSeconds(seconds)))];

    /// <summary>How many records came.</summary>
    public static IReadOnlyList<ChartSeries> Records(IStringLocalizer<InsightResources> text) => [new(text["Records"], null, Whole)];

    /// <summary>The days of <see cref="Outcomes"/>.</summary>
    public static IReadOnlyList<ChartDay> OfOutcomes(IReadOnlyList<TallyDay> days) =>
        [.. days.Select(day => new ChartDay(day.Day, [day.Sum.Succeeded, day.Sum.Warned, day.Sum.Failed, day.Sum.Refused]))];

    /// <summary>The days of <see cref="Duration"/>, in seconds.</summary>
    public static IReadOnlyList<ChartDay> OfDuration(IReadOnlyList<TallyDay> days) =>
        [.. days.Select(day => new ChartDay(day.Day, [day.Sum.MeanDuration?.TotalSeconds]))];

    /// <summary>The days of <see cref="Records"/>.</summary>
    public static IReadOnlyList<ChartDay> OfRecords(IReadOnlyList<TallyDay> days) =>
        [.. days.Select(day => new ChartDay(day.Day, [day.Sum.Total == 0 ? null : day.Sum.Records]))];

    private static string Whole(double value) => Figures.Number((long)value);
}
