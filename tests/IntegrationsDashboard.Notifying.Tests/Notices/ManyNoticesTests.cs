using System.Net;
using System.Text.RegularExpressions;
using IntegrationsDashboard.Notifying.Mail;
using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Recording;

namespace IntegrationsDashboard.Notifying.Tests.Notices;

/// <summary>Mails about several integrations.</summary>
public sealed class ManyNoticesTests
{
    private readonly NoticeSamples _samples = new();

    [Fact]
    public void Those_that_need_somebody_come_first_in_the_order_of_attention()
    {
        var mail = Write(
            Broke(_samples.Integration("Warned", "lever", SyncState.Succeeded, SyncState.PartiallyFailed), IntegrationStatus.SyncHasWarnings),
            NoticeSamples.Notice(_samples.Well("Healed", "workday"), NoticeKind.Healed, IntegrationStatus.Active),
            Broke(_samples.Failing("Failing", "personio"), IntegrationStatus.SyncFailing),
            Broke(_samples.Refused("Refused", "hibob"), IntegrationStatus.AuthenticationFailing));

        Assert.Equal("Acme & Co: 3 integrations need attention", mail.Subject);
        Assert.Equal(
            ["* Refused · Hibob: AuthenticationFailing[en]", "* Failing · Personio: SyncFailing[en]", "* Warned · Lever: SyncHasWarnings[en]", "* Healed · Workday: Active[en]"],
            mail.Text.Split('\n').Where(line => line.StartsWith("* ", StringComparison.Ordinal)));
        Assert.True(Html(mail).IndexOf("Needs attention", StringComparison.Ordinal) < Html(mail).IndexOf("Works", StringComparison.Ordinal));
        Assert.Contains("It has been well since", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_integration_is_listed_once_however_much_there_is_to_tell_of_it()
    {
        var failing = _samples.Failing();
        var mail = Write(
            Broke(failing, IntegrationStatus.AuthenticationFailing),
            Broke(failing, IntegrationStatus.SyncFailing),
            Broke(_samples.Failing("Tiger"), IntegrationStatus.SyncFailing));

        Assert.Single(Regex.Matches(mail.Text, Regex.Escape("* Löwe · Personio")));
        Assert.Equal("Acme & Co: 2 integrations need attention", mail.Subject);
    }

    [Fact]
    public void Beyond_fifty_there_is_only_their_number()
    {
        var mail = Write([.. Enumerable.Range(0, 53).Select(number => Broke(_samples.Failing($"Customer {number}"), IntegrationStatus.SyncFailing))]);

        Assert.Equal(50, mail.Text.Split('\n').Count(line => line.StartsWith("* ", StringComparison.Ordinal)));
        Assert.Contains("and 3 more", mail.Text, StringComparison.Ordinal);
        Assert.Contains("and 3 more", mail.Html, StringComparison.Ordinal);
        Assert.Contains("\nhttps://dashboard.example/integrations\n", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Personio fails for 53 customers.", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tool_is_said_to_fail_only_where_it_fails_for_many_customers()
    {
        var mail = Write(
            Broke(_samples.Failing("One"), IntegrationStatus.SyncFailing),
            Broke(_samples.Failing("one"), IntegrationStatus.SyncFailing),
            Broke(_samples.Failing("Two"), IntegrationStatus.SyncFailing),
            Broke(_samples.Well("Three"), IntegrationStatus.SyncFailing));

        Assert.DoesNotContain("fails for", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_all_is_well_again_the_subject_says_so()
    {
        var mail = Write(
            Broke(_samples.Well("One"), IntegrationStatus.SyncFailing),
            NoticeSamples.Notice(_samples.Well("Two"), NoticeKind.Healed, IntegrationStatus.Active));

        Assert.Equal("Acme & Co: 2 integrations work", mail.Subject);
    }

    [Fact]
    public void Operators_get_their_queue_in_one_mail()
    {
        var claim = NoticeSamples.Claim(
            "de",
            [.. new[] { "One", "Two" }.Select(name => NoticeSamples.Notice(
                _samples.Integration(name, "personio", SyncState.Failed), NoticeKind.QualityAssuranceEntered, IntegrationStatus.QualityAssurance))]);
        var mail = _samples.Writer.WriteMail(claim with { IsForOperator = true }, null, new Uri(NoticeSamples.Unsubscribe));

        Assert.Equal("Acme & Co: 2 Integrationen warten auf die Qualitätssicherung", mail.Subject);
        Assert.Contains("Gemeldet wurde: It answered 503.", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("FirstSyncFailed", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_resolved_and_has_not_synced_since_needs_nobody()
    {
        var resolved = _samples.Integration("Resolved", "personio", SyncState.Failed);
        resolved.Facts = resolved.Facts.Apply(new QaResolved(NoticeSamples.Start.AddHours(1)));
        var mail = Write(
            NoticeSamples.Notice(resolved, NoticeKind.QualityAssuranceResolved, IntegrationStatus.SyncFailing, note: "We raised the limit."),
            Broke(_samples.Integration("Warned", "lever", SyncState.Succeeded, SyncState.PartiallyFailed), IntegrationStatus.SyncHasWarnings));

        Assert.Equal("Acme & Co: 1 integration needs attention", mail.Subject);
        Assert.True(mail.Text.IndexOf("* Warned", StringComparison.Ordinal) < mail.Text.IndexOf("Quality assurance is done", StringComparison.Ordinal));
        Assert.Contains("They write: We raised the limit.", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Hostile_names_are_text_and_each_row_stays_on_its_lines()
    {
        var mail = Write(
            Broke(_samples.Failing("<img src=x onerror=alert(1)>\n* Fake · Row"), IntegrationStatus.SyncFailing),
            Broke(_samples.Failing(new string('x', 200)), IntegrationStatus.SyncFailing));

        Assert.DoesNotContain("<img", mail.Html, StringComparison.Ordinal);
        Assert.Equal(2, mail.Text.Split('\n').Count(line => line.StartsWith("* ", StringComparison.Ordinal)));
        Assert.DoesNotContain(mail.Text.Split('\n'), line => line.Length > 500);
    }

    private static ClaimedNotice Broke(Integration integration, IntegrationStatus status) => NoticeSamples.Notice(integration, NoticeKind.Broke, status);

    private static string Html(OutgoingMail mail) => WebUtility.HtmlDecode(mail.Html);

    private OutgoingMail Write(params ClaimedNotice[] notices) =>
        _samples.Writer.WriteMail(NoticeSamples.Claim("en", notices), null, new Uri(NoticeSamples.Unsubscribe));
}
