using System.Net;
using IntegrationsDashboard.Web.Tests.Api.Documented;

namespace IntegrationsDashboard.Web.Tests.Access;

/// <summary>Everybody gets, everywhere, the answer that <see cref="AccessMatrix"/> says.</summary>
public sealed class AccessMatrixTests(Cast cast) : IClassFixture<Cast>
{
    private static readonly Caller[] Strangers = [Caller.Nobody, Caller.ForeignAdmin, Caller.RevokedKey, Caller.ForeignKey];

    [Fact]
    public async Task Every_page_call_and_endpoint_answers_everybody_as_expected()
    {
        var api = await DocumentedApi.ReadAsync(cast.Dashboard);
        var wrong = new List<string>();
        foreach (var endpoint in Endpoints.Of(cast.Dashboard))
        {
            if (AccessMatrix.Find(endpoint) is not { } line)
            {
                wrong.Add($"{endpoint}: who gets which answer here? Add a line to {nameof(AccessMatrix)}.");
                continue;
            }

            var (method, path) = (endpoint.Split(' ')[0], endpoint.Split(' ')[1]);
            var call = api.Operations.FirstOrDefault(operation => Same($"{operation.Method} {operation.Path}", endpoint));
            var ids = call is null ? null : await ConnectedExamples.CreateAsync(cast.Dashboard);
            foreach (var (caller, expected) in line)
            {
                var (answer, text) = ids is null
                    ? await AskAsync(caller, MethodFor(method, path), Fill(path))
                    : await CallAsync(caller, call!, ids);
                Note($"{endpoint} for {caller}", expected, answer);
                if (Strangers.Contains(caller) && text.Contains(Cast.Organization, StringComparison.Ordinal))
                {
                    wrong.Add($"{endpoint} tells {caller} of an integration that is none of theirs.");
                }

                if (method == "PAGE")
                {
                    var (form, _) = await AskAsync(caller, "POST", Fill(path));
                    Note($"POST {path} for {caller}", form == "in" && expected == "in" ? "in" : "400", form);
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));

        void Note(string what, string expected, string answer)
        {
            if (answer != expected)
            {
                wrong.Add($"{what}: {answer}, not {expected}");
            }
        }
    }

    [Fact]
    public async Task Those_of_the_workspace_do_see_the_integration()
    {
        foreach (var caller in (Caller[])[Caller.Viewer, Caller.Member, Caller.Admin])
        {
            Assert.Contains(Cast.Organization, (await AskAsync(caller, "GET", "/integrations")).Text, StringComparison.Ordinal);
            Assert.Contains(Cast.Organization, (await AskAsync(caller, "GET", $"/integrations/{cast.Integration}")).Text, StringComparison.Ordinal);
        }

        Assert.Contains(Cast.Organization, (await AskAsync(Caller.Operator, "GET", $"/integrations/{cast.Integration}")).Text, StringComparison.Ordinal);
        Assert.Contains(Cast.Organization, (await AskAsync(Caller.ReadKey, "GET", "/v1/integrations")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_foreign_id_and_an_unknown_one_are_answered_alike()
    {
        var unknown = $"personio:{new string('x', 24)}";
        foreach (var path in (string[])["/integrations/{0}", "/integrations/{0}/settings", "/integrations/{0}/support", "/integrations/{0}/syncs/quillwort-1", "/integrations/{0}/syncs/compare"])
        {
            var foreign = await AskAsync(Caller.ForeignAdmin, "GET", string.Format(null, path, cast.Integration));
            var missing = await AskAsync(Caller.ForeignAdmin, "GET", string.Format(null, path, unknown));
            Assert.Equal(("404", "404"), (foreign.Answer, missing.Answer));
            Assert.Equal(Heading(missing.Text), Heading(foreign.Text));
        }

        foreach (var path in (string[])["/v1/integrations/{0}", "/v1/integrations/{0}/status", "/v1/integrations/{0}/history", "/v1/integrations/{0}/syncs"])
        {
            var foreign = await AskAsync(Caller.ForeignKey, "GET", string.Format(null, path, cast.Integration));
            var missing = await AskAsync(Caller.ForeignKey, "GET", string.Format(null, path, unknown));
            Assert.Equal(missing.Text.Replace(unknown, cast.Integration, StringComparison.Ordinal), foreign.Text);
        }
    }

    private static string Heading(string html) => html[html.IndexOf("<title>", StringComparison.Ordinal)..html.IndexOf("</title>", StringComparison.Ordinal)];

    private static string MethodFor(string method, string path) => (method, path) switch
    {
        ("ANY", "/_blazor/negotiate" or "/_blazor/disconnect") => "POST",
        ("ANY" or "PAGE", _) => "GET",
        _ => method,
    };

    // The document writes names in paths as programs do.
    private static bool Same(string documented, string endpoint) =>
        string.Equals(documented.Replace("_", "", StringComparison.Ordinal), endpoint.Replace("_", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);

    private async Task<(string Answer, string Text)> CallAsync(Caller caller, DocumentedOperation call, ConnectedExamples ids)
    {
        // What is deleted cannot be deleted again.
        var own = call.Method == "DELETE" ? await ConnectedExamples.CreateAsync(cast.Dashboard) : ids;
        var request = call.Example(own.In) with { Authorization = cast.AuthorizationOf(caller) };
        if (call.Id == "streamEvents")
        {
            using var message = new HttpRequestMessage(HttpMethod.Get, request.Path);
            using var stream = await cast[caller].SendAsync(message, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
            return ($"{(int)stream.StatusCode}", "");
        }

        var answer = await request.SendAsync(cast[caller]);
        return ($"{answer.Status}", answer.Text);
    }

    private async Task<(string Answer, string Text)> AskAsync(Caller caller, string method, string path)
    {
        var ct = TestContext.Current.CancellationToken;
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (method == "POST")
        {
            request.Content = new FormUrlEncodedContent([]);
        }

        using var answer = await cast[caller].SendAsync(request, ct);
        var text = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(ct));
        return (answer.Headers.Location is { } there ? Word(new Uri(cast.Dashboard.Server.BaseAddress, there).AbsolutePath) : $"{(int)answer.StatusCode}", text);
    }

    private static string Word(string path) => path switch
    {
        "/account/sign-in" => "in",
        "/integrations" => "home",
        _ => path,
    };

    private string Fill(string path) => path
        .Replace("{Id}", cast.Integration, StringComparison.OrdinalIgnoreCase)
        .Replace("{Id:int}", cast.Webhook, StringComparison.Ordinal)
        .Replace("{SyncId}", Cast.Sync, StringComparison.OrdinalIgnoreCase)
        .Replace("{Token}", "no-such-token", StringComparison.OrdinalIgnoreCase)
        .Replace("{documentName}", "v1", StringComparison.Ordinal)
        .Replace("{tool}", "personio", StringComparison.Ordinal)
        .Replace("{Code:int}", "404", StringComparison.Ordinal)
        .Replace("{**path}", "nothing", StringComparison.Ordinal)
        .Replace("{**path:file}", "no-such-file.txt", StringComparison.Ordinal)
        .Replace("/_blazor/negotiate", "/_blazor/negotiate?negotiateVersion=1", StringComparison.Ordinal);
}
