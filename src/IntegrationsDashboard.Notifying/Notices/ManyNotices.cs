using IntegrationsDashboard.Notifying.Mail;
using IntegrationsDashboard.Notifying.Resources;
using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;

namespace IntegrationsDashboard.Notifying.Notices;

/// <summary>Says what there is to say about several integrations, each once.</summary>
internal sealed class ManyNotices(NoticeWords words, PageAddresses pages)
{
    private const int LongestName = 100;
    private const int LongestWorkspace = 60;
    private const int LongestDetail = 400;

    // One customer's credentials are the customer's; from here on it is worth knowing that it may be the tool.
    private const int ManyCustomers = 3;

    /// <summary>In the language of the current thread.</summary>
    public (string Subject, MailContent Content) Write(IReadOnlyList<NoticeSubject> subjects, string workspace, bool isForOperator)
    {
        var heading = Heading(subjects);
        var content = new MailContent
        {
            Heading = heading,
            Paragraphs =
            [
                .. isForOperator ? [NoticeResources.OfWorkspace(OneLine.Of(workspace))] : Array.Empty<string>(),
                .. FailingTools(subjects),
            ],
            Sections = [.. subjects.Take(NoticeLimits.Rows).GroupBy(SectionOf).Select(group => new MailSection(group.Key, [.. group.Select(Row)]))],
            More = subjects.Count > NoticeLimits.Rows ? NoticeResources.More(subjects.Count - NoticeLimits.Rows) : null,
            Action = isForOperator
                ? new MailAction(NoticeResources.OpenQueue, pages.At(pages.QualityAssurance))
                : new MailAction(NoticeResources.OpenList, pages.At(pages.Integrations)),
        };
        return (OneLine.Cut($"{OneLine.Cut(workspace, LongestWorkspace)}: {heading}", NoticeLimits.Subject), content);
    }

    private static bool Waits(NoticeSubject subject) =>
        subject.Kind == NoticeKind.QualityAssuranceEntered && subject.Now.Status == IntegrationStatus.QualityAssurance;

    private static string Heading(IReadOnlyList<NoticeSubject> subjects)
    {
        var waiting = subjects.Count(Waits);
        var attention = subjects.Count(subject => subject.NeedsSomebody);
        var well = subjects.Count(subject => subject.IsWell);
        return waiting > 0 ? NoticeResources.Waiting(waiting)
            : attention > 0 ? NoticeResources.Attention(attention)
            : well > 0 ? NoticeResources.Well(well)
            : NoticeResources.News(subjects.Count);
    }

    private string SectionOf(NoticeSubject subject) => Waits(subject) ? NoticeResources.SectionWaiting
        : subject.AwaitsNextSync ? NoticeResources.SectionResolved
        : subject.NeedsSomebody ? NoticeResources.SectionAttention
        : subject.IsWell ? NoticeResources.SectionWell
        : words.Status(subject.Now.Status);

    // What many customers have at once is seldom each one's own fault.
    private IEnumerable<string> FailingTools(IReadOnlyList<NoticeSubject> subjects) => subjects
        .Where(subject => subject.Now.Status
            is IntegrationStatus.CredentialsInvalid or IntegrationStatus.AuthenticationFailing or IntegrationStatus.SyncFailing)
        .GroupBy(subject => subject.Integration.Tool)
        .Select(group => (
            Tool: words.Tool(group.Key),
            Customers: group.Select(subject => subject.Integration.EndUser.OrganizationName).Distinct(StringComparer.OrdinalIgnoreCase).Count()))
        .Where(tool => tool.Customers >= ManyCustomers)
        .OrderByDescending(tool => tool.Customers)
        .Select(tool => NoticeResources.ToolFails(tool.Tool, tool.Customers));

    private MailRow Row(NoticeSubject subject) => new(
        OneLine.Cut(NoticeResources.Name(subject.Integration.EndUser.OrganizationName, words.Tool(subject.Integration.Tool)), LongestName),
        new MailStatus(words.Status(subject.Now.Status), subject.Now.Status),
        OneLine.Cut(Detail(subject), LongestDetail),
        Waits(subject) ? pages.At(pages.QualityAssurance) : NoticeLinks.Of(subject, pages));

    private string Detail(NoticeSubject subject)
    {
        if (Waits(subject))
        {
            var known = OneNotice.KnownTo(subject, words);
            return subject.Now.Reason.Message is { } message ? $"{known} {NoticeResources.Reported(message)}" : known;
        }

        if (subject.Kind == NoticeKind.QualityAssuranceResolved)
        {
            return subject.Last.Note is { } note
                ? $"{NoticeResources.LookedInto} {NoticeResources.TheyWrite} {note}"
                : NoticeResources.LookedInto;
        }

        return subject.IsWell && subject.Kind is NoticeKind.Broke or NoticeKind.Healed
            ? NoticeResources.WellSince(words.Moment(subject.Now.Since))
            : words.Reason(subject.Integration.Tool, subject.Now.Reason with { Message = null });
    }
}
