using System.Globalization;
using IntegrationsDashboard.Status;

namespace IntegrationsDashboard.Notifying.Tests.Notices;

/// <summary>Words by which a test knows in a mail what it looks for.</summary>
internal static class NoticeTexts
{
    public static NoticeWords Words { get; } = new()
    {
        Status = status => status.Word(),
        Reason = (tool, reason) => $"{tool}: {reason.Code}, {reason.Message}, until {(reason.Until is { } until ? Moment(until) : "ever")}",
        Moment = Moment,
        Step = step => step.ToString(),
        Tool = tool => tool,
    };

    public static string Moment(DateTimeOffset moment) => moment.ToString("u", CultureInfo.InvariantCulture);
}
