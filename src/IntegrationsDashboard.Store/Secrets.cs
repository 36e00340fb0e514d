using System.Security.Cryptography;
using System.Text;
using IntegrationsDashboard.Status;

namespace IntegrationsDashboard.Store;

/// <summary>The one place where ids and secrets are made.</summary>
public static class Secrets
{
    private const string Alphanumeric = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    /// <summary>How many letters and digits an integration's id has after the tool.</summary>
    public const int IntegrationIdLength = 24;

    /// <summary>A new id for an integration with <paramref name="tool"/>.</summary>
    public static string NewIntegrationId(string tool) => $"{tool}:{RandomNumberGenerator.GetString(Alphanumeric, IntegrationIdLength)}";

    /// <summary>A new id for a sync that the dashboard runs itself.</summary>
    public static string NewSyncId() => RandomNumberGenerator.GetString(Alphanumeric, IntegrationIdLength);

    /// <summary>A new id for a message to the outside.</summary>
    public static string NewMessageId() => $"msg_{RandomNumberGenerator.GetString(Alphanumeric, IntegrationIdLength)}";

    /// <summary>A new secret to sign messages with, as Standard Webhooks writes it: <c>whsec_</c> and 24 random bytes in Base64.</summary>
    public static string NewWebhookSecret() => $"whsec_{Convert.ToBase64String(RandomNumberGenerator.GetBytes(24))}";

    /// <summary>A new token for a link.</summary>
    public static string NewToken() => RandomNumberGenerator.GetString(Alphanumeric, 43);

    /// <summary>
    /// A new API key: a prefix that secret scanners can look for, 38 random letters and digits, and 6 more that follow from
    /// what stands before them. <c>idash_(prod|dev)_[A-Za-z0-9]{44}</c> finds them all.
    /// </summary>
    public static string NewApiKey(EnvironmentKind environment)
    {
        var text = $"idash_{(environment == EnvironmentKind.Production ? "prod" : "dev")}_{RandomNumberGenerator.GetString(Alphanumeric, 38)}";
        var check = SHA256.HashData(Encoding.UTF8.GetBytes(text));
        return text + string.Concat(check.Take(6).Select(one => Alphanumeric[one % Alphanumeric.Length]));
    }

    /// <summary>What is stored of an API key. The keys are long and random, so that a plain hash is enough.</summary>
    public static string HashKey(string key) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
