using System.Globalization;
using System.Net;
using System.Resources;
using IntegrationsDashboard.Web.Resources;

namespace IntegrationsDashboard.Web.Tests.Account;

/// <summary>In which language whose pages are.</summary>
public sealed class LanguageTests : AccountTest
{
    private static readonly ResourceManager Account = new(typeof(AccountResources));
    private static readonly ResourceManager Integrations = new(typeof(IntegrationsResources));

    [Theory]
    [InlineData("de-AT, en;q=0.5", "de")]
    [InlineData("pl, fr;q=0.4, it;q=0.8", "it")]
    [InlineData("fr", "fr")]
    [InlineData("es-MX", "es")]
    [InlineData("en-GB", "en")]
    [InlineData("pl", "en")]
    [InlineData(null, "en")]
    public async Task Whoever_is_not_known_yet_is_met_in_the_language_of_their_browser(string? asked, string language)
    {
        using var browser = Browser(asked);
        using var answer = await browser.GetAsync(Links.SignIn, Cancel);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancel));

        Assert.Equal([language], answer.Content.Headers.ContentLanguage);
        AssertSpeaks(page, language, Account, "SignIn");
    }

    [Fact]
    public async Task A_language_that_was_chosen_holds_in_any_browser_and_its_menu_leads_back_to_the_page()
    {
        using var browser = await SignInAsync("de");
        AssertSpeaks(await PageAsync(browser, "/integrations"), "de", Integrations, "Title");

        Assert.Equal(
            "/integrations?q=acme",
            await GoAsync(browser, "/integrations?q=acme", Links.Language, ("language", "fr"), ("returnUrl", "/integrations?q=acme")));

        AssertSpeaks(await PageAsync(browser, "/integrations"), "fr", Integrations, "Title");
        using var elsewhere = await SignInAsync("it");
        AssertSpeaks(await PageAsync(elsewhere, "/integrations"), "fr", Integrations, "Title");
    }

    [Fact]
    public async Task A_language_without_texts_is_refused_and_changes_nothing()
    {
        using var browser = await SignInAsync("es");
        using var answer = await browser.SubmitAsync("/integrations", Links.Language, ("language", "pl"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        AssertSpeaks(await PageAsync(browser, "/integrations"), "es", Integrations, "Title");
    }

    [Fact]
    public async Task A_link_for_an_end_user_speaks_the_language_it_was_made_in()
    {
        var api = Dashboard.Api();
        var made = await api.PostAsync(
            "/v1/connect/create-link",
            """{"end_user_organization_name":"Initech","end_user_email":"ada@example.com","integration_category":"HRIS","language":"it"}""");
        var link = new Uri(made.Data.GetProperty("link").GetString()!).AbsolutePath;
        using var browser = Browser("de");

        AssertSpeaks(await PageAsync(browser, link), "it", new ResourceManager(typeof(ConnectResources)), "ConnectTitle");
    }

    [Fact]
    public async Task The_api_speaks_english_to_everyone()
    {
        using var api = Dashboard.Browser();
        api.DefaultRequestHeaders.Add("Accept-Language", "de");
        using var answer = await api.GetAsync("/v1/integrations", Cancel);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Empty(answer.Content.Headers.ContentLanguage);
        Assert.Contains("API key", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    private static void AssertSpeaks(string page, string language, ResourceManager texts, string key)
    {
        Assert.Contains($"<html lang=\"{language}\"", page, StringComparison.Ordinal);
        Assert.Contains(texts.GetString(key, CultureInfo.GetCultureInfo(language))!, page, StringComparison.Ordinal);
    }

    private HttpClient Browser(string? asked)
    {
        var browser = Dashboard.Browser();
        if (asked is not null)
        {
            browser.DefaultRequestHeaders.Add("Accept-Language", asked);
        }

        return browser;
    }

    private async Task<HttpClient> SignInAsync(string language)
    {
        var browser = Browser(language);
        Assert.Equal("/integrations", await GoAsync(browser, Links.SignIn, "sign-in", ("Email", TestDashboard.OperatorEmail), ("Password", TestDashboard.Password)));
        return browser;
    }
}
