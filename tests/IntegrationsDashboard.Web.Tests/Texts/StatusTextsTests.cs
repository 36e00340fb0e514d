using System.Globalization;
using IntegrationsDashboard.Status;
using IntegrationsDashboard.Web.Tests.Components;
using IntegrationsDashboard.Web.Texts;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationsDashboard.Web.Tests.Texts;

public sealed class StatusTextsTests : ComponentTest
{
    private StatusTexts Words => Services.GetRequiredService<StatusTexts>();

    private Moments Berlin => new(TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"), Clock);

    [Fact]
    public void Every_status_step_and_state_has_a_name() => Assert.All(
        Enum.GetValues<IntegrationStatus>().SelectMany(status => new[] { Words.Label(status), Words.Meaning(status) })
            .Concat(Enum.GetValues<NextStepKind>().Select(Words.Label))
            .Concat(Enum.GetValues<SyncState>().Select(Words.Label)),
        text => Assert.DoesNotContain('_', text));

    [Fact]
    public void Every_reason_is_a_sentence_with_all_its_arguments_filled_in() => Assert.All(
        Enum.GetValues<ReasonCode>(),
        code =>
        {
            var reason = new StatusReason(code, Now.AddDays(-1), Now.AddDays(2), new Actor(ActorKind.Person));
            foreach (var text in new[] { Words.Reason("personio", reason, Berlin), Words.ReasonInOneLine("personio", reason, Berlin) })
            {
                Assert.DoesNotContain('{', text);
                Assert.DoesNotContain('_', text);
                Assert.DoesNotContain('!', text);
                Assert.EndsWith(".", text, StringComparison.Ordinal);
            }
        });

    [Fact]
    public void Refused_credentials_name_the_tool_the_beginning_and_the_pause_in_the_readers_time() => Assert.Equal(
        "Personio has refused the credentials since Monday 02:10. Syncing pauses on Thursday 02:10 unless they are renewed.",
        Words.Sentence(
            "personio",
            new StatusReason(ReasonCode.AuthenticationRefused, new(2026, 11, 23, 1, 10, 0, TimeSpan.Zero), new(2026, 11, 26, 1, 10, 0, TimeSpan.Zero)),
            Berlin));

    [Fact]
    public void The_tools_own_words_follow_the_sentence_and_are_the_one_line()
    {
        var reason = new StatusReason(ReasonCode.SyncFailed, Now.AddDays(-1), Message: "Workday answered 503.");

        Assert.Equal("Syncs have been failing since Monday 10:00. It was reported: Workday answered 503.", Words.Reason("workday", reason, Berlin));
        Assert.Equal("Workday answered 503.", Words.ReasonInOneLine("workday", reason, Berlin));
    }

    [Fact]
    public void A_day_within_the_week_is_named_and_another_dated()
    {
        Assert.Equal("Wednesday 10:00", Berlin.Brief(Now.AddDays(-6)));
        Assert.Equal("17 Nov 2026 10:00", Berlin.Brief(Now.AddDays(-7)));
        Assert.Equal("Tuesday 09:00 UTC", new Moments(TimeZoneInfo.Utc, Clock).Brief(Now));
    }

    [Theory]
    [InlineData("de", "Personio lehnt die Zugangsdaten seit Montag 02:10 ab. Werden sie nicht erneuert, pausiert die Synchronisierung ab Donnerstag 02:10.", "17. Nov. 2026 10:00", "Dienstag, 17. Nov. 2026 10:00", "14 Tage")]
    [InlineData("fr", "Personio refuse les identifiants depuis lundi 02:10. Sans renouvellement, la synchronisation se mettra en pause le jeudi 02:10.", "mar. 17 nov. 2026 10:00", "mardi 17 nov. 2026 10:00", "14 jours")]
    [InlineData("it", "Personio rifiuta le credenziali da lunedì 02:10. Se non vengono rinnovate, la sincronizzazione andrà in pausa: giovedì 02:10.", "mar 17 nov 2026 10:00", "martedì 17 nov 2026 10:00", "14 giorni")]
    [InlineData("es", "Personio rechaza las credenciales desde el lunes 02:10. Si no se renuevan, la sincronización se pausará el jueves 02:10.", "17 nov 2026 10:00", "martes 17 nov 2026 10:00", "14 días")]
    public void Mails_read_them_in_their_language(string language, string refused, string brief, string full, string idle)
    {
        var (culture, uiCulture) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try
        {
            Assert.Equal(refused, Words.Sentence(
                "personio",
                new StatusReason(ReasonCode.AuthenticationRefused, new(2026, 11, 23, 1, 10, 0, TimeSpan.Zero), new(2026, 11, 26, 1, 10, 0, TimeSpan.Zero)),
                Berlin));
            Assert.Equal(brief, Berlin.Brief(Now.AddDays(-7)));
            Assert.Equal(full, Berlin.Full(Now.AddDays(-7)));
            Assert.Contains(idle, Words.Sentence("personio", new StatusReason(ReasonCode.SwitchedOffWhenIdle, Now), Berlin), StringComparison.Ordinal);
            Every_reason_is_a_sentence_with_all_its_arguments_filled_in();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, uiCulture);
        }
    }
}
