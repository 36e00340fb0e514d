using IntegrationsDashboard.Syncing.Connectors;
using IntegrationsDashboard.Syncing.Connectors.Http;

namespace IntegrationsDashboard.Syncing.Connecting;

/// <summary>What is known of credentials by their description.</summary>
public static class Credentials
{
    /// <summary>The values that must never reach a log.</summary>
    public static IEnumerable<string> Secrets(this IReadOnlyDictionary<string, string> credentials) =>
        credentials.Where(pair => !SignInMethods.OpenFields.Contains(pair.Key)).Select(pair => pair.Value);

    /// <summary>The first required field of the chosen method that is not filled in; null where all are.</summary>
    public static CredentialField? MissingOf(this IReadOnlyDictionary<string, string> credentials, ConnectorDescription description)
    {
        ArgumentNullException.ThrowIfNull(credentials);
        ArgumentNullException.ThrowIfNull(description);
        var method = description.Methods.FirstOrDefault(candidate => candidate.Id == credentials.GetValueOrDefault(SignInMethod.Key))
            ?? description.Methods[0];
        return method.Fields.FirstOrDefault(field => field.IsRequired && string.IsNullOrWhiteSpace(credentials.GetValueOrDefault(field.Id)));
    }
}
