using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace IntegrationsDashboard.Notifying.Notices;

/// <summary>
/// Makes the tokens in the links that stop mails, and reads them. A token is sealed, names one person and one workspace, and works for
/// ever: it can do nothing but stop mails.
/// </summary>
public sealed class UnsubscribeTokens(IDataProtectionProvider protection)
{
    private const int Length = 20;
    private readonly IDataProtector _protector = protection.CreateProtector("IntegrationsDashboard.Unsubscribe");

    /// <summary>The token that stops a person's mails about a workspace, or as an operator where that is null.</summary>
    public string Create(Guid personId, int? workspaceId)
    {
        var bytes = new byte[Length];
        personId.TryWriteBytes(bytes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(Length - sizeof(int)), workspaceId ?? 0);
        return Base64Url.EncodeToString(_protector.Protect(bytes));
    }

    /// <summary>Whose mails about which workspace a token stops; null where it is none of ours.</summary>
    public (Guid PersonId, int? WorkspaceId)? Read(string token)
    {
        try
        {
            var bytes = _protector.Unprotect(Base64Url.DecodeFromChars(token));
            var workspaceId = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(Length - sizeof(int)));
            return (new Guid(bytes.AsSpan(0, Length - sizeof(int))), workspaceId == 0 ? null : workspaceId);
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException or ArgumentException)
        {
            return null;
        }
    }
}
