using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Recording;
using IntegrationsDashboard.Web.Security;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace IntegrationsDashboard.Web.Components.Account;

/// <summary>What the sections of one's account have in common.</summary>
public abstract class AccountSection : AccountForm
{
    /// <summary>Whose account it is.</summary>
    [Parameter, EditorRequired]
    public Person Person { get; set; } = null!;

    /// <summary>The account, as ASP.NET Core Identity keeps it.</summary>
    [Inject]
    protected UserManager<Person> People { get; set; } = null!;

    /// <summary>Signs in and out.</summary>
    [Inject]
    protected DashboardSignIn SignIn { get; set; } = null!;

    /// <summary>Writes.</summary>
    [Inject]
    protected Ledger Ledger { get; set; } = null!;

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
