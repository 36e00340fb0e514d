using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace IntegrationsDashboard.Syncing.Connecting;

/// <summary>Encrypts credentials for the store and back. Nothing else may read them.</summary>
/// <param name="protection">Keeps its keys in the store.</param>
public sealed class CredentialVault(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("IntegrationsDashboard.Credentials");

    /// <summary>What the store keeps.</summary>
    public string Protect(IReadOnlyDictionary<string, string> credentials) => _protector.Protect(JsonSerializer.Serialize(credentials));

    /// <summary>The credentials.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">Their key is lost.</exception>
    public IReadOnlyDictionary<string, string> Unprotect(string stored) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(_protector.Unprotect(stored))!;
}
