using IntegrationsDashboard.Store.Model;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using QRCoder;

namespace IntegrationsDashboard.Web.Components.Account;

/// <summary>Switches the second factor on and off.</summary>
public sealed partial class SecondFactorSection
{
    private const int CodeCount = 10;
    private IReadOnlyList<string>? _codes;

    /// <summary>The secret that the app is to know; null where none is to be shown.</summary>
    [Parameter, EditorRequired]
    public string? Key { get; set; }

    /// <summary>How many recovery codes were not used yet.</summary>
    [Parameter, EditorRequired]
    public int CodesLeft { get; set; }

    /// <summary>Whether the app is being set up.</summary>
    [Parameter, EditorRequired]
    public bool IsSettingUp { get; set; }

    [SupplyParameterFromForm(FormName = "second-factor-on")]
    private string? Code { get; set; }

    [SupplyParameterFromForm(FormName = "second-factor")]
    private string? Proof { get; set; }

    [SupplyParameterFromForm(FormName = "second-factor")]
    private string? Change { get; set; }

    // Four letters at a time are easier to copy by hand.
    private static string Grouped(string key) => string.Join(' ', key.Chunk(4).Select(group => new string(group)));

    private static string Digits(string? code) => string.Concat((code ?? "").Where(char.IsAsciiDigit));

    private string Qr()
    {
        var issuer = Uri.EscapeDataString(Text["Issuer"]);
        var address = $"otpauth://totp/{issuer}:{Uri.EscapeDataString(Person.Email!)}?secret={Key}&issuer={issuer}&digits=6";
        using var data = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        return new SvgQRCode(data).GetGraphic(4, "#000000", "#ffffff", sizingMode: SvgQRCode.SizingMode.ViewBoxAttribute);
    }

    private async Task TurnOnAsync()
    {
        if (!MayTry())
        {
            return;
        }

        if (!await IsCodeAsync(Code))
        {
            Refusal = Text["WrongCode"];
            return;
        }

        await People.SetTwoFactorEnabledAsync(Person, true);
        _codes = [.. await People.GenerateNewTwoFactorRecoveryCodesAsync(Person, CodeCount) ?? []];
        await NoteAsync(AuditAction.SecondFactorOn);
    }

    private async Task ChangeAsync()
    {
        if (!MayTry())
        {
            return;
        }

        if (!await People.CheckPasswordAsync(Person, Proof ?? "") && !await IsCodeAsync(Proof))
        {
            Refusal = Text["WrongProof"];
        }
        else if (Change == "off")
        {
            await People.SetTwoFactorEnabledAsync(Person, false);

            // Another time, another secret.
            await People.ResetAuthenticatorKeyAsync(Person);
            await NoteAsync(AuditAction.SecondFactorOff);
            Done("second-factor-off");
        }
        else
        {
            _codes = [.. await People.GenerateNewTwoFactorRecoveryCodesAsync(Person, CodeCount) ?? []];
        }
    }

    private Task<bool> IsCodeAsync(string? code) =>
        People.VerifyTwoFactorTokenAsync(Person, TokenOptions.DefaultAuthenticatorProvider, Digits(code));
}
