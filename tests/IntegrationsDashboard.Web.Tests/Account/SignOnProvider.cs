using System.Diagnostics;
using System.Text.RegularExpressions;

namespace IntegrationsDashboard.Web.Tests.Account;

/// <summary>A provider of OpenID Connect in a process of its own, see sign-on-provider/provider.mjs; and a browser that signs in there.</summary>
public sealed partial class SignOnProvider : IDisposable
{
    private readonly Process _process;
    private readonly HttpClient _browser = new(new CookieJar { InnerHandler = new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false } });

    private SignOnProvider(Process process, string address)
    {
        _process = process;
        Address = address;
    }

    public string Address { get; }

    /// <summary>Starts a provider.</summary>
    /// <param name="redirect">Where the dashboard takes people back.</param>
    /// <param name="claims">What it says of Bob, as JSON.</param>
    public static async Task<SignOnProvider> StartAsync(string redirect, string claims)
    {
        var start = new ProcessStartInfo("node")
        {
            ArgumentList = { Path.Combine(NodeFolder.Of("sign-on-provider"), "provider.mjs"), redirect, claims },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var process = Process.Start(start)!;
        var address = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken)
            ?? throw new InvalidOperationException($"The provider did not start; tests/run installs what it needs.\n{await process.StandardError.ReadToEndAsync()}");
        _ = process.StandardError.ReadToEndAsync();
        return new SignOnProvider(process, address);
    }

    public void Dispose()
    {
        _browser.Dispose();
        _process.Kill();
        _process.Dispose();
    }

    /// <summary>Signs in as Bob and agrees; the address that leads back to the dashboard.</summary>
    /// <param name="address">Where the dashboard sent the person.</param>
    public async Task<Uri> PassAsync(Uri address)
    {
        while (true)
        {
            using var answer = await _browser.GetAsync(address, TestContext.Current.CancellationToken);
            if (answer.Headers.Location is { } location)
            {
                address = new Uri(address, location);
                if (!address.ToString().StartsWith(Address, StringComparison.Ordinal))
                {
                    return address;
                }

                continue;
            }

            var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            var form = Action().Match(page) is { Success: true } match ? match.Groups[1].Value : throw new InvalidOperationException(page);
            var fields = Hidden().Matches(page).ToDictionary(input => input.Groups[1].Value, input => input.Groups[2].Value);
            fields["login"] = "bob";
            fields["password"] = "any";
            using var content = new FormUrlEncodedContent(fields);
            using var sent = await _browser.PostAsync(new Uri(address, form), content, TestContext.Current.CancellationToken);
            address = new Uri(address, sent.Headers.Location ?? throw new InvalidOperationException(await sent.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
        }
    }

    [GeneratedRegex("<form[^>]*action=\"([^\"]+)\"")]
    private static partial Regex Action();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden();
}
