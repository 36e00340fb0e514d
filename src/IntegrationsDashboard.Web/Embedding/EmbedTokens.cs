using System.Buffers.Text;
using System.Security.Cryptography;
using IntegrationsDashboard.Store.Model;
using Microsoft.AspNetCore.DataProtection;

namespace IntegrationsDashboard.Web.Embedding;

/// <summary>
/// Makes the tokens in the addresses of embedded statuses and reads them. A token is sealed and carries the embed's number, nothing else;
/// how long it works, the store knows.
/// </summary>
public sealed class EmbedTokens(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("IntegrationsDashboard.Embeds");

    /// <summary>A token of an embed.</summary>
    public string Create(Embed embed)
    {
        ArgumentNullException.ThrowIfNull(embed);
        return Base64Url.EncodeToString(_protector.Protect(embed.Id.ToByteArray()));
    }

    /// <summary>The embed's number; null where the token is none of ours.</summary>
    public Guid? Read(string token)
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
