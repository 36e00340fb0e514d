using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Recording;
using IntegrationsDashboard.Web.Resources;
using IntegrationsDashboard.Web.Security;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;

namespace IntegrationsDashboard.Web.Components.Account;

/// <summary>What the sections of one's account have in common.</summary>
public abstract class AccountSection : ComponentBase
{
    /// <summary>Whose account it is.</summary>
    [Parameter, EditorRequired]
    public Person Person { get; set; } = null!;

    /// <summary>What kept the last form from doing what it was sent for.</summary>
    protected string? Refusal { get; set; }

    /// <summary>The texts.</summary>
    [Inject]
    protected IStringLocalizer<AccountResources> Text { get; set; } = null!;

    /// <summary>The account, as ASP.NET Core Identity keeps it.</summary>
    [Inject]
    protected UserManager<Person> People { get; set; } = null!;

    /// <summary>Signs in and out.</summary>
    [Inject]
    protected DashboardSignIn SignIn { get; set; } = null!;

    /// <summary>Writes.</summary>
    [Inject]
    protected Ledger Ledger { get; set; } = null!;

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

    /// <summary>Shows the page anew, with what was done.</summary>
    protected void Done(string what) => Navigation.NavigateTo($"{Links.Account}?done={what}");

    /// <summary>Notes what was done to the account.</summary>
    protected Task NoteAsync(AuditAction action, string? subject = null) => NoteAsync(action, subject, _ => Task.CompletedTask);

    /// <summary>Notes what was done to the account, and does more in the same step.</summary>
    protected Task NoteAsync(AuditAction action, string? subject, Func<LedgerSession, Task> more) => Ledger.WriteAsync(async session =>
    {
        session.NoteAccount(SignIn.By(Person), action, subject);
        await more(session);
    });
}
