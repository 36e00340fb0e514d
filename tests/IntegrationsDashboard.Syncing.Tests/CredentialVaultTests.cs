using IntegrationsDashboard.Syncing.Connecting;
using Microsoft.AspNetCore.DataProtection;

namespace IntegrationsDashboard.Syncing.Tests;

public sealed class CredentialVaultTests
{
    [Fact]
    public void What_the_store_keeps_shows_nothing_and_comes_back_whole()
    {
        var vault = new CredentialVault(new EphemeralDataProtectionProvider());
        var credentials = new Dictionary<string, string> { ["method"] = "bearer", ["token"] = "a-secret-token" };

        var stored = vault.Protect(credentials);

        Assert.DoesNotContain("a-secret-token", stored, StringComparison.Ordinal);
        Assert.Equal(credentials, vault.Unprotect(stored));
    }
}
