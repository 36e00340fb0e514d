using Humanizer;
using IntegrationsDashboard.Notifying.Mail;
using IntegrationsDashboard.Notifying.Resources;
using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;

namespace IntegrationsDashboard.Notifying.Notices;

/// <summary>Says what there is to say about one integration.</summary>
internal sealed class OneNotice(NoticeWords words, PageAddresses pages, TimeProvider time)
{
    private const int LongestName = 60;

    /// <summary>In the language of the current thread.</summary>
    public (string Subject, MailContent Content) Write(NoticeSubject subject, string workspace, Uri? reconnectionLink)
    {
        var now = subject.Now;
        var content = new MailContent
        {
            Heading = Heading(subject),
            Status = new MailStatus(words.Status(now.Status), now.Status, NoticeResources.Since(words.Moment(now.Since))),
            Paragraphs = [.. Paragraphs(subject, workspace)],
            Quote = subject.Kind == NoticeKind.QualityAssuranceResolved ? subject.Last.Note : null,
            Action = Action(subject),
            Forward = reconnectionLink is not null && ReconnectionLinks.IsRefused(now.Status)
                ? new MailForward(NoticeResources.PassOn(OneLine.Of(subject.Integration.EndUser.OrganizationName)), reconnectionLink)
                : null,
        };
        return (SubjectLine(subject), content);
    }

    private string Heading(NoticeSubject subject)
    {
        var name = Organization(subject);
        var tool = words.Tool(subject.Integration.Tool);
        return subject.Kind switch
        {
            NoticeKind.QualityAssuranceEntered when subject.Now.Status == IntegrationStatus.QualityAssurance => NoticeResources.Waits(name, tool),
            NoticeKind.QualityAssuranceResolved => NoticeResources.Resolved(name, tool),
            NoticeKind.Broke or NoticeKind.Healed when subject.IsWell => NoticeResources.Works(name, tool),
            _ => NoticeResources.Name(name, tool),
        };
    }

    private string SubjectLine(NoticeSubject subject)
    {
        var heading = Heading(subject);
        var line = heading == NoticeResources.Name(Organization(subject), words.Tool(subject.Integration.Tool))
            ? NoticeResources.NameAndStatus(Organization(subject), words.Tool(subject.Integration.Tool), words.Status(subject.Now.Status))
            : heading;
        return OneLine.Cut(line, NoticeLimits.Subject);
    }

    private IEnumerable<string> Paragraphs(NoticeSubject subject, string workspace) => subject.Kind switch
    {
        NoticeKind.QualityAssuranceEntered => Entered(subject, workspace),
        NoticeKind.QualityAssuranceResolved => Resolved(subject),
        NoticeKind.Healed when subject.IsWell => Healed(subject),
        NoticeKind.Healed => [NoticeResources.DidNotLast(words.Moment(subject.Last.Notice.At)), .. Reason(subject)],
        _ => Broke(subject),
    };

    private IEnumerable<string> Broke(NoticeSubject subject)
    {
        var told = subject.Last.Notice;
        if (subject.IsWell)
        {
            return [NoticeResources.WellByNow(words.Status(told.Status), words.Moment(told.At), words.Moment(subject.Now.Since))];
        }

        return subject.Now.Status == told.Status
            ? Reason(subject)
            : [NoticeResources.MovedOn(words.Status(told.Status), words.Moment(told.At), words.Status(subject.Now.Status)), .. Reason(subject)];
    }

    private IEnumerable<string> Reason(NoticeSubject subject)
    {
        yield return words.Reason(subject.Integration.Tool, subject.Now.Reason);
        if (subject.Now.Reason is { Code: ReasonCode.AuthenticationRefused, Until: { } pause })
        {
            yield return NoticeResources.TimeLeft(words.Moment(pause), Length(pause - time.GetUtcNow()));
        }
    }

    private IEnumerable<string> Healed(NoticeSubject subject)
    {
        yield return NoticeResources.WellSince(words.Moment(subject.Now.Since));
        if (subject.All.FirstOrDefault(notice => notice.Notice.Kind == NoticeKind.Broke)?.Notice.At is { } broke && broke < subject.Now.Since)
        {
            yield return NoticeResources.WasNotWell(Length(subject.Now.Since - broke));
        }
    }

    private IEnumerable<string> Entered(NoticeSubject subject, string workspace)
    {
        yield return NoticeResources.OfWorkspace(OneLine.Of(workspace));
        if (subject.Now.Status != IntegrationStatus.QualityAssurance)
        {
            yield return NoticeResources.WaitsNoMore;
            yield break;
        }

        yield return KnownTo(subject, words);
        if (subject.Now.Reason.Message is { } message)
        {
            yield return NoticeResources.Reported(message);
        }

        yield return NoticeResources.Stopped;
    }

    private IEnumerable<string> Resolved(NoticeSubject subject)
    {
        yield return NoticeResources.LookedInto;
        yield return subject.AwaitsNextSync ? NoticeResources.SyncsAgain : words.Reason(subject.Integration.Tool, subject.Now.Reason);

        if (subject.Last.Note is not null)
        {
            yield return NoticeResources.TheyWrite;
        }
    }

    /// <summary>What an operator is told of a first sync: the reason as customers read it asks them to wait.</summary>
    public static string KnownTo(NoticeSubject subject, NoticeWords words) => subject.Now.Reason.Code == ReasonCode.FirstSyncHadWarnings
        ? NoticeResources.FirstSyncHadWarnings(words.Moment(subject.Now.Reason.Since))
        : NoticeResources.FirstSyncFailed(words.Moment(subject.Now.Reason.Since));

    private MailAction Action(NoticeSubject subject)
    {
        if (subject.Kind == NoticeKind.QualityAssuranceEntered)
        {
            return new MailAction(NoticeResources.OpenQueue, pages.At(pages.QualityAssurance));
        }

        var link = NoticeLinks.Of(subject, pages);
        return NoticeLinks.Step(subject) is { } step
            ? new MailAction(words.Step(step.Kind), link)
            : new MailAction(NoticeResources.OpenIntegration, link);
    }

    private static string Organization(NoticeSubject subject) => OneLine.Cut(subject.Integration.EndUser.OrganizationName, LongestName);

    private static string Length(TimeSpan length) =>
        (length < TimeSpan.FromMinutes(1) ? TimeSpan.FromMinutes(1) : length).Humanize(2, maxUnit: TimeUnit.Day, minUnit: TimeUnit.Minute);
}
