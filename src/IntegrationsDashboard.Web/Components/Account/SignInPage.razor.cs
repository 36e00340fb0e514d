using IntegrationsDashboard.Web.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Components;

namespace IntegrationsDashboard.Web.Components.Account;

/// <summary>Where people sign in: with a password, a passkey, or by the company's single sign-on.</summary>
public sealed partial class SignInPage
{
    private IReadOnlyList<AuthenticationScheme> _schemes = [];

    /// <summary>Where to go afterwards.</summary>
    [SupplyParameterFromQuery(Name = "returnUrl")]
    private string? ReturnUrl { get; set; }

    /// <summary>What led here.</summary>
    [SupplyParameterFromQuery(Name = "done")]
    private string? Done { get; set; }

    /// <summary>An address to begin with.</summary>
    [SupplyParameterFromQuery(Name = "email")]
    private string? Hint { get; set; }

    [SupplyParameterFromForm(FormName = "sign-in")]
    private string? Email { get; set; }

    [SupplyParameterFromForm(FormName = "sign-in")]
    private string? Password { get; set; }

    [SupplyParameterFromForm(FormName = "passkey")]
    private string? Credential { get; set; }

    [Inject]
    private SignInDesk Desk { get; set; } = null!;

    [Inject]
    private DashboardSignIn SignIn { get; set; } = null!;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        if (HttpMethods.IsGet(Http.Request.Method) && Http.User.Identity?.IsAuthenticated == true)
        {
            Navigation.NavigateTo(LocalAddress.Of(ReturnUrl));
            return;
        }

        _schemes = [.. await SignIn.GetExternalAuthenticationSchemesAsync()];
        Refusal = Done == "external-failed" ? Text["ExternalFailed"].Value : null;
    }

    private async Task SignInAsync()
    {
        if (string.IsNullOrWhiteSpace(Email) || string.IsNullOrEmpty(Password))
        {
            Refusal = Text["WrongPassword"];
        }
        else if (MayTry())
        {
            Go(await Desk.TryPasswordAsync(Email, Password), Text["WrongPassword"]);
        }
    }

    private async Task UsePasskeyAsync()
    {
        if (MayTry())
        {
            Go(string.IsNullOrEmpty(Credential) ? Microsoft.AspNetCore.Identity.SignInResult.Failed : await Desk.TryPasskeyAsync(Credential), Text["PasskeyRefused"]);
        }
    }

    private void Go(Microsoft.AspNetCore.Identity.SignInResult result, string refusal)
    {
        if (result.Succeeded)
        {
            Navigation.NavigateTo(LocalAddress.Of(ReturnUrl));
        }
        else if (result.RequiresTwoFactor)
        {
            Navigation.NavigateTo($"{Links.SecondFactor}{Links.ReturnTo(ReturnUrl)}");
        }
        else
        {
            Refusal = result.IsLockedOut ? Text["LockedOut"] : refusal;
        }
    }
}
