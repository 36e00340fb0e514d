using System.Security.Claims;
using IntegrationsDashboard.Store.Model;
using Microsoft.AspNetCore.Identity;

namespace IntegrationsDashboard.Web.Security;

/// <summary>Lets in whom another service has vouched for.</summary>
public sealed class ExternalSignIn(UserManager<Person> people, DashboardSignIn signIn, SignInDesk desk, SingleSignOn singleSignOn, TimeProvider time)
{
    /// <summary>
    /// Signs in who came back from the service: the person that it was before, else the one with the e-mail address where the service
    /// has verified it, else somebody new.
    /// </summary>
    /// <returns>The person; null where nobody was let in.</returns>
    public async Task<Person?> SignInAsync()
    {
        if (await signIn.GetExternalLoginInfoAsync() is not { } login)
        {
            return null;
        }

        var person = await people.FindByLoginAsync(login.LoginProvider, login.ProviderKey) ?? await AddAsync(login);
        if (person is not null)
        {
            await singleSignOn.MapWorkspacesAsync(signIn.By(person), login.Principal);
        }

        var result = person is null
            ? SignInResult.Failed
            : await signIn.ExternalLoginSignInAsync(login.LoginProvider, login.ProviderKey, isPersistent: true, bypassTwoFactor: true);
        if (result.Succeeded)
        {
            return person;
        }

        await desk.RefusedAsync(person, EmailIn(login));
        return null;
    }

    private static string? EmailIn(ExternalLoginInfo login) =>
        login.Principal.FindFirstValue(ClaimTypes.Email) ?? login.Principal.FindFirstValue("email");

    private async Task<Person?> AddAsync(ExternalLoginInfo login)
    {
        if (EmailIn(login) is not { } email)
        {
            return null;
        }

        // An address that nobody verified may be anybody's: it opens no account that is there already.
        var isVerified = string.Equals(login.Principal.FindFirstValue("email_verified"), "true", StringComparison.OrdinalIgnoreCase);
        var person = await people.FindByEmailAsync(email);
        if (person is not null)
        {
            return isVerified && person.EmailConfirmed && (await people.AddLoginAsync(person, login)).Succeeded ? person : null;
        }

        var name = login.Principal.FindFirstValue(ClaimTypes.Name) ?? login.Principal.FindFirstValue("name");
        person = new Person
        {
            Id = Guid.NewGuid(),
            Name = string.IsNullOrWhiteSpace(name) ? email : name.Trim(),
            UserName = email,
            Email = email,
            EmailConfirmed = isVerified,
            CreatedAt = time.GetUtcNow(),
        };
        return (await people.CreateAsync(person)).Succeeded && (await people.AddLoginAsync(person, login)).Succeeded ? person : null;
    }
}
