using System.Net.Http.Headers;
using System.Text;

namespace IntegrationsDashboard.Syncing.Connectors.Http;

/// <summary>Puts the credentials of one check or sync on its requests.</summary>
/// <param name="method">The way.</param>
internal abstract class SignIn(SignInMethod method)
{
    public SignInMethod Method { get; } = method;

    /// <summary>Signs a request.</summary>
    /// <exception cref="ConnectorException">The credentials were refused.</exception>
    public abstract ValueTask ApplyAsync(HttpRequestMessage request, CancellationToken ct);

    /// <summary>After a refusal: whether signing in anew may help. It says so once for each sign-in.</summary>
    public virtual bool Renew() => false;

    /// <summary>The sign-in that the credentials name; the first method where they name none.</summary>
    /// <exception cref="ConnectorException">They are incomplete.</exception>
    public static SignIn For(ConnectorContext context, IReadOnlyList<SignInMethod> methods, HttpJsonDefinition? definition)
    {
        var id = context.Credentials.GetValueOrDefault(SignInMethod.Key) ?? methods[0].Id;
        var method = methods.FirstOrDefault(candidate => candidate.Id == id)
            ?? throw new ConnectorException(
                ConnectorFailure.Authentication, $"{context.Tool.Label} cannot be signed in to by \"{id}\". Choose another way and enter it here.");
        return method.Id switch
        {
            SignInMethods.Basic => new HeaderSignIn(method, headers => headers.Authorization = new AuthenticationHeaderValue(
                "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Value("username")}:{Value("password")}")))),
            SignInMethods.ApiKey => new HeaderSignIn(
                method, headers => headers.TryAddWithoutValidation(definition?.ApiKeyHeader ?? "X-Api-Key", Value("api_key"))),
            SignInMethods.OAuth2 => new OAuthSignIn(
                context, method, definition?.TokenPath ?? "oauth/token", Value("client_id"), Value("client_secret"), context.Credentials.GetValueOrDefault("scope")),
            _ => new HeaderSignIn(method, headers => headers.Authorization = new AuthenticationHeaderValue("Bearer", Value("token"))),
        };

        string Value(string field)
        {
            var label = method.Fields.First(candidate => candidate.Id == field).Label;
            var value = context.Credentials.GetValueOrDefault(field)?.Trim();
            return value switch
            {
                null or "" => throw new ConnectorException(ConnectorFailure.Authentication, $"The credentials lack \"{label}\". Enter it here."),
                _ when value.AsSpan().IndexOfAnyInRange('\0', '\x1f') >= 0 => throw new ConnectorException(
                    ConnectorFailure.Authentication, $"\"{label}\" holds a line break or another character that does not belong there. Enter it anew."),
                _ => value,
            };
        }
    }
}
