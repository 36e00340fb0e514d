using System.Net.Http.Headers;

namespace IntegrationsDashboard.Syncing.Connectors.Http;

/// <summary>Signs in by a header that stays the same.</summary>
internal sealed class HeaderSignIn(SignInMethod method, Action<HttpRequestHeaders> sign) : SignIn(method)
{
    public override ValueTask ApplyAsync(HttpRequestMessage request, CancellationToken ct)
    {
        sign(request.Headers);
        return ValueTask.CompletedTask;
    }
}
