using System.Net;
using System.Text.RegularExpressions;

namespace IntegrationsDashboard.Web.Tests;

/// <summary>Fills in and sends the forms of a page as a browser without scripts does.</summary>
public static partial class Forms
{
    /// <summary>Opens a page, fills in one of its forms and sends it. Redirections are the client's own affair.</summary>
    /// <param name="browser">Whose cookies are sent.</param>
    /// <param name="page">The address of the page.</param>
    /// <param name="form">The form's name, or the address it is sent to.</param>
    /// <param name="fields">What is filled in, and which button is pressed.</param>
    public static async Task<HttpResponseMessage> SubmitAsync(
        this HttpClient browser, string page, string form, params (string Name, string Value)[] fields)
    {
        var html = await browser.GetStringAsync(page, TestContext.Current.CancellationToken);
        var found = Form().Matches(html)
            .FirstOrDefault(one => one.Value.Contains($"name=\"_handler\" value=\"{form}\"", StringComparison.Ordinal)
                || one.Value.Contains($"action=\"{form}\"", StringComparison.Ordinal))
            ?.Value ?? throw new InvalidOperationException($"{page} has no form {form}: {html}");
        var sent = Input().Matches(found)
            .Select(input => (Name: Attribute("name", input.Value), Value: Attribute("value", input.Value)))
            .Where(input => input.Name is not null)
            .ToDictionary(input => input.Name!, input => input.Value ?? "");
        foreach (var (name, value) in fields)
        {
            sent[name] = value;
        }

        using var content = new FormUrlEncodedContent(sent);
        return await browser.PostAsync(Attribute("action", Form().Match(found).Groups[1].Value) ?? page, content, TestContext.Current.CancellationToken);
    }

    private static string? Attribute(string name, string tag) =>
        Regex.Match(tag, $"""(?<=\s){name}="([^"]*)""") is { Success: true } match ? WebUtility.HtmlDecode(match.Groups[1].Value) : null;

    [GeneratedRegex("(<form[^>]*>).*?</form>", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("<input[^>]*>")]
    private static partial Regex Input();
}
