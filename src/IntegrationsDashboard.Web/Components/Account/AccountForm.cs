using IntegrationsDashboard.Web.Resources;
using IntegrationsDashboard.Web.Security;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace IntegrationsDashboard.Web.Components.Account;

/// <summary>What the forms of accounts have in common: they answer plain requests, and nobody may try them without end.</summary>
public abstract class AccountForm : ComponentBase
{
    /// <summary>What kept the last form from doing what it was sent for.</summary>
    protected string? Refusal { get; set; }

    /// <summary>The texts.</summary>
    [Inject]
    protected IStringLocalizer<AccountResources> Text { get; set; } = null!;

    /// <summary>Leads on.</summary>
    [Inject]
    protected NavigationManager Navigation { get; set; } = null!;

    /// <summary>The request.</summary>
    [CascadingParameter]
    protected HttpContext Http { get; set; } = null!;

    [Inject]
    private AttemptLimits Limits { get; set; } = null!;

    /// <summary>Takes one attempt to prove who one is; false, with the reason told, where there is none left.</summary>
    protected bool MayTry()
    {
        var may = Limits.Take(Http);
        Refusal = may ? null : Text["TooManyAttempts"].Value;
        return may;
    }
}
