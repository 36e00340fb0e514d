using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Store.Recording;
using IntegrationsDashboard.Web.Security;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace IntegrationsDashboard.Web.Components.Account;

/// <summary>
/// Where an invitation is accepted: by whoever it was sent to. One who has no account yet makes it here; one who has, signs in first.
/// </summary>
public sealed partial class InvitationPage
{
    private Invitation? _invitation;
    private string? _workspace;
    private Person? _person;
    private bool _hasAccount;

    /// <summary>The token of the link.</summary>
    [Parameter]
    public string Token { get; set; } = "";

    [SupplyParameterFromForm(FormName = "join")]
    private string? Name { get; set; }

    [SupplyParameterFromForm(FormName = "join")]
    private string? Password { get; set; }

    [Inject]
    private PeopleQueries Queries { get; set; } = null!;

    [Inject]
    private UserManager<Person> People { get; set; } = null!;

    [Inject]
    private DashboardSignIn SignIn { get; set; } = null!;

    [Inject]
    private Ledger Ledger { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        if (await Queries.FindInvitationAsync(Token) is not { } found)
        {
            return;
        }

        (_invitation, _workspace) = found;
        _person = await People.GetUserAsync(Http.User);
        _hasAccount = await People.FindByEmailAsync(_invitation.Email) is not null;
    }

    private bool IsFor(Person person) => string.Equals(person.Email, _invitation?.Email, StringComparison.OrdinalIgnoreCase);

    private async Task AcceptAsync()
    {
        if (_person is not null && IsFor(_person) && await TryAcceptAsync(_person))
        {
            if (_invitation!.WorkspaceId is { } workspaceId && AccessControl.SessionOf(Http.User) is { } session)
            {
                await Ledger.WriteAsync(s => s.ChooseAsync(session, workspaceId, null));
            }

            Navigation.NavigateTo(Links.Integrations);
        }
    }

    private async Task JoinAsync()
    {
        if (_invitation is null)
        {
            return;
        }

        if (string.IsNullOrWhiteSpace(Name))
        {
            Refusal = Text["NameMissing"];
            return;
        }

        if (!MayTry())
        {
            return;
        }

        var person = new Person
        {
            Id = Guid.NewGuid(),
            Name = Name.Trim(),
            UserName = _invitation.Email,
            Email = _invitation.Email,
            EmailConfirmed = true,
            CreatedAt = Time.GetUtcNow(),
        };
        var made = await People.CreateAsync(person, Password ?? "");
        if (!made.Succeeded)
        {
            Refusal = made.Reasons();
        }
        else if (await TryAcceptAsync(person))
        {
            await SignIn.SignInAsync(person, isPersistent: true);
            Navigation.NavigateTo(Links.Integrations);
        }
        else
        {
            // Revoked in this very moment: nobody was invited.
            await People.DeleteAsync(person);
        }
    }

    private async Task<bool> TryAcceptAsync(Person person)
    {
        try
        {
            await Ledger.WriteAsync(session => session.AcceptInvitationAsync(Token, SignIn.By(person)));
            return true;
        }
        catch (LinkClosedException)
        {
            _invitation = null;
            return false;
        }
    }
}
