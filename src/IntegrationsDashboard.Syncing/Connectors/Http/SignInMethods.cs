namespace IntegrationsDashboard.Syncing.Connectors.Http;

/// <summary>The ways to sign in that connectors share.</summary>
internal static class SignInMethods
{
    public const string Bearer = "bearer";
    public const string Basic = "basic";
    public const string ApiKey = "api-key";
    public const string OAuth2 = "oauth2";

    private static readonly SignInMethod[] All =
    [
        new(Bearer, "Token", [new CredentialField("token", "Token", IsSecret: true)]),
        new(
            Basic,
            "User name and password",
            [new CredentialField("username", "User name", IsSecret: false), new CredentialField("password", "Password", IsSecret: true)]),
        new(ApiKey, "API key", [new CredentialField("api_key", "API key", IsSecret: true)]),
        new(
            OAuth2,
            "OAuth 2.0 client",
            [
                new CredentialField("client_id", "Client id", IsSecret: false),
                new CredentialField("client_secret", "Client secret", IsSecret: true),
                new CredentialField("scope", "Scope", IsSecret: false, IsRequired: false, Help: "Only where the tool asks for one."),
            ]),
    ];

    /// <summary>The credentials that are no secrets.</summary>
    public static IReadOnlySet<string> OpenFields { get; } =
        All.SelectMany(method => method.Fields).Where(field => !field.IsSecret).Select(field => field.Id).Append(SignInMethod.Key).ToHashSet();

    /// <summary>Those of some ids, in their order.</summary>
    /// <exception cref="InvalidOperationException">There is no such way.</exception>
    public static IReadOnlyList<SignInMethod> Of(string toolId, IReadOnlyList<string> ids) => ids.Count == 0
        ? throw new InvalidOperationException($"The tool \"{toolId}\" names no way to sign in; name one of: {Known}.")
        : [.. ids.Select(id => All.FirstOrDefault(method => method.Id == id)
            ?? throw new InvalidOperationException($"The tool \"{toolId}\" names the sign-in \"{id}\"; there are: {Known}."))];

    private static string Known => string.Join(", ", All.Select(method => method.Id));
}
