using System.Globalization;
using Bunit;
using IntegrationsDashboard.Status;
using IntegrationsDashboard.Status.Explaining;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Recording;
using IntegrationsDashboard.Web.Components.Shared;
using IntegrationsDashboard.Web.Tests.Components;
using IntegrationsDashboard.Web.Texts;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationsDashboard.Web.Tests.Texts;

/// <summary>What error messages are said to mean, and what is shown of it.</summary>
public sealed class ExplainerTests : ConnectedComponentTest
{
    private static readonly Initiator Operator = new(new Actor(ActorKind.Person, "Ada"), RoleRights.Operator);

    private Explainer Explainer => Services.GetRequiredService<Explainer>();

    [Fact]
    public void Every_kind_has_its_words_in_every_language()
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            foreach (var language in Languages.All)
            {
                CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(language);
                foreach (var kind in Enum.GetValues<ErrorKind>())
                {
                    var known = Explainer.Of(
                        new RecognisedError(kind, NextStepKind.OpenLog, kind is ErrorKind.MissingScope or ErrorKind.InvalidData ? "work_email" : null, kind == ErrorKind.RateLimit ? TimeSpan.FromSeconds(90) : null),
                        "Workday");
                    Assert.All([known.Sentence, known.Advice], text =>
                    {
                        Assert.DoesNotContain('{', text);
                        Assert.DoesNotContain($"{kind}_", text, StringComparison.Ordinal);
                        Assert.EndsWith(".", text, StringComparison.Ordinal);
                    });
                    Assert.Contains("Workday", known.Sentence + known.Advice, StringComparison.Ordinal);
                }
            }
        }
        finally
        {
            CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public async Task Operators_come_first_in_their_order_for_their_tool_and_in_the_readers_language()
    {
        const string message = "401 Unauthorized: Payroll E17 is closed";
        await AddAsync(@"payroll (?<code>\w+) is closed", "workday", ("en", "Closed ({code})."), ("de", "Geschlossen ({code})."));
        await AddAsync("payroll", null, ("en", "Something about payroll."));

        Assert.Equal("Closed (E17).", Explainer.Explain("workday", message)!.Sentence);
        Assert.Equal("Something about payroll.", Explainer.Explain("personio", message)!.Sentence);
        Assert.Equal("wrong_credentials", Explainer.Explain("personio", "401 Unauthorized")!.Kind);
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("de");
        Assert.Equal("Geschlossen (E17).", Explainer.Explain("workday", message)!.Sentence);
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("fr");
        Assert.Equal("Closed (E17).", Explainer.Explain("workday", message)!.Sentence);
        CultureInfo.CurrentUICulture = before;
    }

    [Fact]
    public void Of_what_nobody_knows_nothing_is_shown()
    {
        Assert.Empty(Show("All is well, for all that is known.").Nodes);
        Assert.Empty(Show(null).Nodes);
    }

    [Fact]
    public void The_next_step_leads_to_where_it_is_done()
    {
        var shown = Show("The client secret has expired");
        Assert.Equal("The credentials for Personio have expired.", shown.Find(".sentence").TextContent);
        Assert.Equal("/integrations/personio:x/settings#credentials", shown.Find("a").GetAttribute("href"));
        Assert.Equal("expired_secret", shown.Find("[data-explains]").GetAttribute("data-explains"));
    }

    [Fact]
    public void What_leads_nowhere_new_is_no_link()
    {
        Assert.Empty(Show("The client secret has expired", mayAct: false).FindAll("a"));
        Assert.Empty(Show("503 Service Unavailable").FindAll("a"));
        Assert.Equal(
            "/integrations/personio:x/syncs/s?entry=4",
            Render<ErrorExplanation>(p => p
                .Add(e => e.IntegrationId, "personio:x").Add(e => e.Tool, "personio").Add(e => e.Message, "503 Service Unavailable").Add(e => e.From, new Evidence("s", 4)))
                .Find("a").GetAttribute("href"));
    }

    [Fact]
    public async Task What_a_message_brings_is_shown_as_text()
    {
        await AddAsync("oddity (?<what>.+)", null, ("en", "Odd: {what}."));
        var shown = Show("Oddity <img src=x>");
        Assert.Empty(shown.FindAll("img"));
        Assert.Equal("Odd: <img src=x>.", shown.Find(".sentence").TextContent);
    }

    private IRenderedComponent<ErrorExplanation> Show(string? message, bool mayAct = true) => Render<ErrorExplanation>(p => p
        .Add(e => e.IntegrationId, "personio:x").Add(e => e.Tool, "personio").Add(e => e.Message, message).Add(e => e.MayAct, mayAct));

    private Task<ErrorPattern> AddAsync(string expression, string? tool, params (string Language, string Sentence)[] texts) => Ledger.WriteAsync(session => session.AddPatternAsync(
        Operator,
        new PatternReport(expression, tool, NextStepKind.ContactSupport, texts.ToDictionary(text => text.Language, text => new PatternText(text.Sentence, "Do it.")))));
}
