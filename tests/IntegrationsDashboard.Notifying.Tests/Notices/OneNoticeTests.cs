using System.Globalization;
using System.Net;
using IntegrationsDashboard.Notifying.Mail;
using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Recording;

namespace IntegrationsDashboard.Notifying.Tests.Notices;

/// <summary>Mails about one integration.</summary>
public sealed class OneNoticeTests
{
    private static readonly Uri Stop = new(NoticeSamples.Unsubscribe);
    private static readonly Uri Reconnection = new("https://dashboard.example/reconnect/t0k3n");

    private readonly NoticeSamples _samples = new();

    [Fact]
    public void What_broke_is_told_with_why_and_where_it_is_mended()
    {
        var integration = _samples.Failing();
        var mail = Write("en", NoticeSamples.Notice(integration, NoticeKind.Broke, IntegrationStatus.SyncFailing));

        Assert.Equal("Löwe · Personio: SyncFailing[en]", mail.Subject);
        AssertSays(mail, "personio SyncFailed since Monday 2 Mar 2026 09:00. It answered 503.");
        AssertSays(mail, $"https://dashboard.example/integrations/{integration.Id}/OpenLog");
        AssertSays(mail, "OpenLog[en]");
        AssertSays(mail, "since Monday 2 Mar 2026 09:00");
        Assert.Contains("Status now: SyncFailing[en]", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Refused_credentials_are_told_with_the_date_of_the_pause_and_a_link_to_pass_on()
    {
        _samples.Time.SetUtcNow(NoticeSamples.Start.AddHours(11));
        var mail = Write("en", Reconnection, NoticeSamples.Notice(_samples.Refused(), NoticeKind.Broke, IntegrationStatus.AuthenticationFailing));

        AssertSays(mail, "Time left until the pause on Thursday 5 Mar 2026 09:00: 2 days, 14 hours.");
        AssertSays(mail, "If somebody at Löwe holds the credentials, pass this link on to them");
        AssertSays(mail, "It works once, and for 14 days.");
        AssertSays(mail, "Reconnect[en]");
        Assert.Contains($"\n{Reconnection}\n", mail.Text, StringComparison.Ordinal);
        Assert.Contains($">{Reconnection}</a>", mail.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_said_to_fail_that_is_well_by_now()
    {
        _samples.Time.SetUtcNow(NoticeSamples.Start.AddHours(3));
        var mail = Write("en", Reconnection, NoticeSamples.Notice(_samples.Well(), NoticeKind.Broke, IntegrationStatus.SyncFailing));

        Assert.Equal("Löwe · Personio works again", mail.Subject);
        AssertSays(mail, "It changed to “SyncFailing[en]” on Monday 2 Mar 2026 09:00 and has been well since Monday 2 Mar 2026 10:00.");
        Assert.Contains("Status now: Active[en]", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Reconnection.AbsoluteUri, mail.Text + mail.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void What_moved_on_to_another_status_is_told_as_it_is_now()
    {
        var mail = Write("en", NoticeSamples.Notice(_samples.Failing(), NoticeKind.Broke, IntegrationStatus.AuthenticationFailing, NoticeSamples.Start));

        Assert.EndsWith("SyncFailing[en]", mail.Subject, StringComparison.Ordinal);
        AssertSays(mail, "It changed to “AuthenticationFailing[en]” on Monday 2 Mar 2026 08:00. By now its status is “SyncFailing[en]”.");
    }

    [Fact]
    public void What_healed_is_told_with_how_long_it_took_where_that_is_known()
    {
        var well = _samples.Well();
        var mail = Write(
            "en",
            NoticeSamples.Notice(well, NoticeKind.Broke, IntegrationStatus.SyncFailing),
            NoticeSamples.Notice(well, NoticeKind.Healed, IntegrationStatus.Active, NoticeSamples.Start.AddHours(2)));

        Assert.Equal("Löwe · Personio works again", mail.Subject);
        AssertSays(mail, "It has been well since Monday 2 Mar 2026 10:00.");
        AssertSays(mail, "It had not been well for 1 hour.");
    }

    [Fact]
    public void What_healed_and_broke_again_is_not_said_to_work()
    {
        var mail = Write("en", NoticeSamples.Notice(_samples.Failing(), NoticeKind.Healed, IntegrationStatus.Active, NoticeSamples.Start));

        Assert.Equal("Löwe · Personio: SyncFailing[en]", mail.Subject);
        AssertSays(mail, "It was well again on Monday 2 Mar 2026 08:00, but that did not last.");
        Assert.DoesNotContain("works again", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Operators_are_told_what_waits_for_them_and_led_to_the_queue()
    {
        var integration = _samples.Integration("Löwe", "personio", SyncState.Failed);
        var mail = Write(NoticeSamples.Claim("en", NoticeSamples.Notice(integration, NoticeKind.QualityAssuranceEntered, IntegrationStatus.QualityAssurance)) with { IsForOperator = true });

        Assert.Equal("Löwe · Personio waits for quality assurance", mail.Subject);
        AssertSays(mail, "Workspace: Acme & Co");
        AssertSays(mail, "Its first sync did not get through on Monday 2 Mar 2026 08:00.");
        AssertSays(mail, "It was reported: It answered 503.");
        AssertSays(mail, "https://dashboard.example/operators/quality-assurance");
        AssertSays(mail, "because you run this dashboard");
    }

    [Fact]
    public void Operators_are_not_sent_after_what_waits_no_more()
    {
        var mail = Write(NoticeSamples.Claim("en", NoticeSamples.Notice(_samples.Well(), NoticeKind.QualityAssuranceEntered, IntegrationStatus.QualityAssurance)) with { IsForOperator = true });

        Assert.Equal("Löwe · Personio: Active[en]", mail.Subject);
        AssertSays(mail, "It waited for quality assurance, but does not any more.");
    }

    [Fact]
    public void Customers_read_the_operators_word_line_by_line()
    {
        var integration = _samples.Integration("Löwe", "personio", SyncState.Failed);
        integration.Facts = integration.Facts.Apply(new QaResolved(NoticeSamples.Start.AddHours(1)));
        var mail = Write("en", NoticeSamples.Notice(
            integration, NoticeKind.QualityAssuranceResolved, IntegrationStatus.SyncFailing, note: "The export was <too> large.\r\nWe raised the limit."));

        Assert.Equal("Löwe · Personio: quality assurance is done", mail.Subject);
        Assert.Contains("> The export was <too> large.\n> We raised the limit.", mail.Text, StringComparison.Ordinal);
        Assert.Contains("The export was &lt;too&gt; large.<br>We raised the limit.", mail.Html, StringComparison.Ordinal);
        AssertSays(mail, "It syncs by itself again, and the next sync decides its status.");
    }

    [Fact]
    public void Every_mail_says_why_one_gets_it_and_how_to_stop_it()
    {
        var mail = Write("en", NoticeSamples.Notice(_samples.Failing(), NoticeKind.Broke, IntegrationStatus.SyncFailing));

        AssertSays(mail, "because you are told what happens to the integrations of Acme & Co");
        AssertSays(mail, "https://dashboard.example/account/notifications");
        AssertSays(mail, NoticeSamples.Unsubscribe);
        Assert.Equal(Stop, mail.Unsubscribe);
    }

    [Theory]
    [InlineData("de", "Montag 2 März 2026 09:00", "Verbleibende Zeit bis zur Pause am Donnerstag 5 März 2026 09:00: 3 Tage.")]
    [InlineData("fr", "lundi 2 mars 2026 09:00", "Temps restant avant la pause du jeudi 5 mars 2026 09:00 : 3 jours.")]
    [InlineData("it", "lunedì 2 mar 2026 09:00", "Tempo rimanente prima della pausa (giovedì 5 mar 2026 09:00): 3 giorni.")]
    [InlineData("es", "lunes 2 mar 2026 09:00", "Tiempo restante hasta la pausa del jueves 5 mar 2026 09:00: 3 días.")]
    public void Words_dates_and_lengths_of_time_are_in_the_readers_language(string language, string moment, string pause)
    {
        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        _samples.Time.SetUtcNow(NoticeSamples.Start.AddHours(1));
        var mail = Write(language, NoticeSamples.Notice(_samples.Refused(), NoticeKind.Broke, IntegrationStatus.AuthenticationFailing));

        Assert.Contains($"AuthenticationFailing[{language}]", mail.Subject, StringComparison.Ordinal);
        AssertSays(mail, moment);
        AssertSays(mail, pause);
        Assert.Contains($"<html lang=\"{language}\">", mail.Html, StringComparison.Ordinal);
        Assert.Equal(before, (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture));
    }

    [Fact]
    public void Names_and_messages_are_text_and_stay_within_bounds()
    {
        var evil = $"<script>alert(1)</script>\r\nBcc: eve@evil.example {string.Concat(Enumerable.Repeat("🦁", 200))}";
        var integration = _samples.Failing(evil);
        var mail = Write(NoticeSamples.Claim("en", NoticeSamples.Notice(integration, NoticeKind.Broke, IntegrationStatus.SyncFailing)) with { Workspace = evil });

        Assert.InRange(mail.Subject.Length, 1, 150);
        Assert.DoesNotContain(mail.Subject, letter => char.IsControl(letter));
        Assert.DoesNotContain("<script", mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("\uFFFD", mail.Html, StringComparison.Ordinal);
        Assert.Contains("SyncFailing[en]", mail.Subject, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_to_tell_and_nobody_to_tell_it_are_refused()
    {
        var claim = NoticeSamples.Claim("en", NoticeSamples.Notice(_samples.Failing(), NoticeKind.Broke, IntegrationStatus.SyncFailing));
        Assert.Throws<ArgumentException>(() => Write(claim with { Reader = null }));
        Assert.Throws<ArgumentException>(() => Write(claim with { Notices = [] }));
    }

    private static void AssertSays(OutgoingMail mail, string words)
    {
        Assert.Contains(words, mail.Text, StringComparison.Ordinal);
        Assert.Contains(words, WebUtility.HtmlDecode(mail.Html), StringComparison.Ordinal);
    }

    private OutgoingMail Write(ClaimedNotices claimed) => _samples.Writer.WriteMail(claimed, null, Stop);

    private OutgoingMail Write(string language, params ClaimedNotice[] notices) => Write(language, null, notices);

    private OutgoingMail Write(string language, Uri? reconnection, params ClaimedNotice[] notices) =>
        _samples.Writer.WriteMail(NoticeSamples.Claim(language, notices), reconnection, Stop);
}
