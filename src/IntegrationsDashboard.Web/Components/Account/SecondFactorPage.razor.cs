using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Web.Security;
using Microsoft.AspNetCore.Components;

namespace IntegrationsDashboard.Web.Components.Account;

/// <summary>Asks whoever knew the password for a code of their authenticator app, or for a recovery code.</summary>
public sealed partial class SecondFactorPage
{
    private Person? _person;

    /// <summary>Where to go afterwards.</summary>
    [SupplyParameterFromQuery(Name = "returnUrl")]
    private string? ReturnUrl { get; set; }

    [SupplyParameterFromForm(FormName = "code")]
    private string? Code { get; set; }

    [SupplyParameterFromForm(FormName = "recovery-code")]
    private string? RecoveryCode { get; set; }

    [Inject]
    private SignInDesk Desk { get; set; } = null!;

    [Inject]
    private DashboardSignIn SignIn { get; set; } = null!;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        _person = await SignIn.GetTwoFactorAuthenticationUserAsync();
        if (_person is null)
        {
            Navigation.NavigateTo($"{Links.SignIn}{Links.ReturnTo(ReturnUrl)}");
        }
    }

    private Task UseCodeAsync() =>
        TryAsync(() => SignIn.TwoFactorAuthenticatorSignInAsync(Digits(Code), isPersistent: true, rememberClient: false), "WrongCode");

    private Task UseRecoveryCodeAsync() =>
        TryAsync(() => SignIn.TwoFactorRecoveryCodeSignInAsync((RecoveryCode ?? "").Trim().ToUpperInvariant()), "WrongRecoveryCode");

    private async Task TryAsync(Func<Task<Microsoft.AspNetCore.Identity.SignInResult>> attempt, string refusal)
    {
        if (_person is null)
        {
            return;
        }

        if (!MayTry())
        {
            return;
        }

        var result = await attempt();
        if (result.Succeeded)
        {
            Navigation.NavigateTo(LocalAddress.Of(ReturnUrl));
            return;
        }

        await Desk.RefusedAsync(_person, _person.Email);
        Refusal = Text[result.IsLockedOut ? "LockedOut" : refusal];
    }

    // Apps show codes in two groups.
    private static string Digits(string? code) => string.Concat((code ?? "").Where(char.IsAsciiDigit));
}
