using System.Buffers.Binary;
using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Recording;
using Microsoft.EntityFrameworkCore;

namespace IntegrationsDashboard.Web.Tests.Account;

/// <summary>What the tests of accounts share: a dashboard, browsers, and a look into the audit log.</summary>
public abstract partial class AccountTest : IDisposable
{
    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected TestDashboard Dashboard { get; } = new();

    public void Dispose()
    {
        Dashboard.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Where an answer leads.</summary>
    protected static string? There(HttpResponseMessage answer) =>
        answer.Headers.Location is { } location ? new Uri(new Uri("http://localhost"), location).PathAndQuery : null;

    /// <summary>Sends a form and tells where that leads; null where the page stays.</summary>
    protected static async Task<string?> GoAsync(HttpClient browser, string page, string form, params (string Name, string Value)[] fields)
    {
        using var answer = await browser.SubmitAsync(page, form, fields);
        return There(answer);
    }

    /// <summary>Sends a form and reads the page that comes.</summary>
    protected static async Task<string> ReadAsync(HttpClient browser, string page, string form, params (string Name, string Value)[] fields)
    {
        using var answer = await browser.SubmitAsync(page, form, fields);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancel));
    }

    /// <summary>Reads a page.</summary>
    protected static async Task<string> PageAsync(HttpClient browser, string page) => WebUtility.HtmlDecode(await browser.GetStringAsync(page, Cancel));

    /// <summary>Whether the browser sees the dashboard's pages.</summary>
    protected static async Task<bool> IsInAsync(HttpClient browser)
    {
        using var answer = await browser.GetAsync("/integrations", Cancel);
        return answer.StatusCode == HttpStatusCode.OK;
    }

    /// <summary>What an authenticator app shows now for a key (RFC 6238).</summary>
    protected static string CodeOf(string key)
    {
        var bits = string.Concat(key.Select(letter => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        var secret = bits.Chunk(8).Where(eight => eight.Length == 8).Select(eight => Convert.ToByte(new string(eight), 2)).ToArray();
        Span<byte> step = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(step, DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 30);
#pragma warning disable CA5350 // It is what the apps do.
        var hash = HMACSHA1.HashData(secret, step);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Switches the second factor on; the key of the app and the recovery codes.</summary>
    protected static async Task<(string Key, IReadOnlyList<string> Codes)> SetUpSecondFactorAsync(HttpClient browser)
    {
        const string page = "/account?step=second-factor";
        var key = Key().Match(await PageAsync(browser, page)).Groups[1].Value.Replace(" ", "", StringComparison.Ordinal);
        var shown = await ReadAsync(browser, page, "second-factor-on", ("Code", CodeOf(key)));
        return (key, Codes().Match(shown).Groups[1].Value.Split('\n'));
    }

    /// <summary>What was noted, in order.</summary>
    protected async Task<List<AuditEntry>> AuditAsync(AuditAction action)
    {
        await using var db = await Dashboard.Service<IDbContextFactory<DashboardContext>>().CreateDbContextAsync(Cancel);
        return await db.AuditEntries.Where(entry => entry.Action == action).OrderBy(entry => entry.Id).ToListAsync(Cancel);
    }

    /// <summary>Invites somebody into the workspace.</summary>
    protected Task<CreatedInvitation> InviteAsync(string email, Role role = Role.Member) => Dashboard.Service<Ledger>().WriteAsync(session =>
        session.InviteAsync(new WorkspaceScope(1, null, new Initiator(new Actor(ActorKind.Person, "Ada"), RoleRights.Operator)), email, role));

    /// <summary>Makes a member through an invitation; their browser.</summary>
    protected async Task<HttpClient> JoinAsync(string email, Role role = Role.Member)
    {
        var invitation = await InviteAsync(email, role);
        var browser = Dashboard.Browser();
        Assert.Equal("/integrations", await GoAsync(browser, $"/account/invitation/{invitation.Token}", "join", ("Name", "Bob"), ("Password", TestDashboard.Password)));
        return browser;
    }

    [GeneratedRegex("class=\"key mono\">([^<]+)<")]
    private static partial Regex Key();

    [GeneratedRegex("id=\"recovery-codes\">([^<]+)<")]
    private static partial Regex Codes();
}
