using System.Net;
using Microsoft.Net.Http.Headers;

namespace IntegrationsDashboard.Web.Tests;

/// <summary>
/// Keeps the cookies of one browser whatever the machine's date: the dashboard under test has a clock of its own, and tells by it
/// until when cookies last.
/// </summary>
public sealed class CookieJar : DelegatingHandler
{
    private readonly Dictionary<string, string> _cookies = [];

    /// <summary>Whether the browser has a cookie of that name.</summary>
    public bool Has(string name) => _cookies.ContainsKey(name);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (_cookies.Count > 0)
        {
            request.Headers.Add(HeaderNames.Cookie, string.Join("; ", _cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        }

        var response = await base.SendAsync(request, cancellationToken);
        foreach (var cookie in SetCookieHeaderValue.ParseList([.. response.Headers.TryGetValues(HeaderNames.SetCookie, out var set) ? set : []]))
        {
            if (cookie.Value.Length == 0)
            {
                _cookies.Remove(cookie.Name.ToString());
            }
            else
            {
                _cookies[cookie.Name.ToString()] = cookie.Value.ToString();
            }
        }

        return response;
    }
}
