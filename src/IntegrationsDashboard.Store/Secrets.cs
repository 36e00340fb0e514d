using System.Security.Cryptography;
using System.Text;

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

    /// <summary>What is stored of an API key. The keys are long and random, so that a plain hash is enough.</summary>
    public static string HashKey(string key) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
