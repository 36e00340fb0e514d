using IntegrationsDashboard.Store;
using Microsoft.AspNetCore.DataProtection;

namespace IntegrationsDashboard.Notifying.Webhooks;

/// <summary>Makes the secrets that messages are signed with, encrypts them for the store and back. Nothing else may read them.</summary>
/// <param name="protection">Keeps its keys in the store: never call it within a transaction of the ledger.</param>
public sealed class WebhookSecrets(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("IntegrationsDashboard.Webhooks");

    /// <summary>A new secret, to be shown once, such as <c>whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw</c>.</summary>
    public static string Create() => Secrets.NewWebhookSecret();

    /// <summary>What the store keeps.</summary>
    public string Protect(string secret) => _protector.Protect(secret);

    /// <summary>The secret.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">Its key is lost.</exception>
    public string Unprotect(string stored) => _protector.Unprotect(stored);
}
