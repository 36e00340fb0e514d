namespace IntegrationsDashboard.Syncing.Connectors;

/// <summary>One way to sign in to a tool. The credentials hold its id under <see cref="Key"/>.</summary>
/// <param name="Id">Its id: <c>bearer</c>, <c>basic</c>, <c>api-key</c> or <c>oauth2</c>.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="Fields">What it takes.</param>
public sealed record SignInMethod(string Id, string Label, IReadOnlyList<CredentialField> Fields)
{
    /// <summary>The credential that names the method.</summary>
    public const string Key = "method";
}
