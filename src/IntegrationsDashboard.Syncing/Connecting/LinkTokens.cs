using System.Buffers.Text;
using System.Security.Cryptography;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Queries;
using Microsoft.AspNetCore.DataProtection;

namespace IntegrationsDashboard.Syncing.Connecting;

/// <summary>Makes the tokens in the addresses of links and reads them. A token is signed and carries the link's number, nothing else.</summary>
public sealed class LinkTokens(IDataProtectionProvider protection, LinkQueries links, TimeProvider time)
{
    private readonly IDataProtector _protector = protection.CreateProtector("IntegrationsDashboard.Links");

    /// <summary>The token of a link.</summary>
    public string Create(ConnectionLink link)
    {
        ArgumentNullException.ThrowIfNull(link);
        return Base64Url.EncodeToString(_protector.Protect(link.Id.ToByteArray()));
    }

    /// <summary>What a token leads to.</summary>
    public async Task<OpenedLink> OpenAsync(string token, CancellationToken ct = default)
    {
        if (Read(token) is not { } id || await links.FindAsync(id, ct) is not { } link)
        {
            return new OpenedLink(LinkState.Unknown, null);
        }

        var state = link switch
        {
            { RevokedAt: not null } => LinkState.Revoked,
            { UsedAt: not null } => LinkState.Used,
            _ when link.ExpiresAt <= time.GetUtcNow() => LinkState.Expired,
            _ => LinkState.Open,
        };
        return new OpenedLink(state, link);
    }

    private Guid? Read(string token)
    {
        try
        {
            return new Guid(_protector.Unprotect(Base64Url.DecodeFromChars(token)));
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException or ArgumentException)
        {
            return null;
        }
    }
}
