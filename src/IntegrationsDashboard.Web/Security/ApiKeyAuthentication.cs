using System.Security.Claims;
using System.Text.Encodings.Web;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Web.Api;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace IntegrationsDashboard.Web.Security;

/// <summary>Tells programs by the API key in their <c>Authorization: Bearer</c> header; whoever has none gets a 401 in the API's envelope.</summary>
internal sealed class ApiKeyAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, WorkspaceQueries workspaces)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    /// <summary>The name of this way to sign in.</summary>
    public const string SchemeName = "ApiKey";

    /// <summary>What is told of a key that opens nothing.</summary>
    public const string NotKnown = "This API key is not known. Check that it was copied whole, belongs to this dashboard, and was neither revoked nor has expired.";

    private const string Bearer = "Bearer ";

    /// <summary>The key that a request shows; null where it shows none.</summary>
    public static string? KeyIn(HttpRequest request) =>
        request.Headers.Authorization is [{ } value] && value.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
            ? value[Bearer.Length..].Trim()
            : null;

    /// <inheritdoc/>
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        // Whatever token other addresses are sent, it is no API key.
        if (!Request.Path.StartsWithSegments(ApiEndpoints.Root) || KeyIn(Request) is not { } key)
        {
            return AuthenticateResult.NoResult();
        }

        return key.Length > 0 && await workspaces.FindKeyAsync(key, Context.RequestAborted) is { } holder
            ? AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ApiKeyIdentity(holder)), SchemeName))
            : AuthenticateResult.Fail(NotKnown);
    }

    /// <inheritdoc/>
    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var result = await HandleAuthenticateOnceSafeAsync();
        Response.Headers.WWWAuthenticate = "Bearer";
        await ApiFailure.AuthenticationInvalid(
            result.Failure?.Message ?? "No API key was given. Send the header \"Authorization: Bearer <API key>\".").WriteAsync(Context);
    }
}
