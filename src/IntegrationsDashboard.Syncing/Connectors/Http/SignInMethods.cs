namespace IntegrationsDashboard.Syncing.Connectors.Http;

/// <summary>The ways to sign in that the connectors know.</summary>
internal static class SignInMethods
{
    public static SignInMethod Bearer { get; } = new("bearer", "Access token", [new CredentialField("token", "Access token", IsSecret: true)]);

    public static SignInMethod Basic { get; } = new(
        "basic",
        "User name and password",
        [new CredentialField("username", "User name", IsSecret: false), new CredentialField("password", "Password", IsSecret: true)]);

    public static SignInMethod ApiKey { get; } = new("api-key", "API key", [new CredentialField("key", "API key", IsSecret: true)]);

    public static SignInMethod OAuth2 { get; } = new(
        "oauth2",
        "OAuth 2.0 client",
        [new CredentialField("client_id", "Client id", IsSecret: false), new CredentialField("client_secret", "Client secret", IsSecret: true)]);

    /// <summary>All of them, by id.</summary>
    public static IReadOnlyDictionary<string, SignInMethod> All { get; } =
        new[] { Bearer, Basic, ApiKey, OAuth2 }.ToDictionary(method => method.Id);
}
