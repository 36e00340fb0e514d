using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Model;
using Microsoft.AspNetCore.Identity;

namespace IntegrationsDashboard.Web.Security;

/// <summary>Signs people in and notes in the audit log who was refused.</summary>
public sealed partial class SignInDesk(
    UserManager<Person> people, DashboardSignIn signIn, Ledger ledger, AttemptLimits limits, ILogger<SignInDesk> logger)
{
    private static readonly PasswordHasher<Person> Hasher = new();

    /// <summary>Tries a password. Whether the person is unknown or the password wrong makes no difference that anybody could see.</summary>
    public async Task<SignInResult> TryPasswordAsync(string email, string password)
    {
        var person = await people.FindByEmailAsync(email.Trim());
        SignInResult result;
        if (person is null)
        {
            // It takes as long as a comparison.
            Hasher.HashPassword(null!, password);
            result = limits.TakeUnknown(email) ? SignInResult.Failed : SignInResult.LockedOut;
        }
        else
        {
            result = await signIn.PasswordSignInAsync(person, password, isPersistent: true, lockoutOnFailure: true);
        }

        if (!result.Succeeded && !result.RequiresTwoFactor)
        {
            await RefusedAsync(person, email);
        }

        return result;
    }

    /// <summary>Tries what a passkey signed.</summary>
    public async Task<SignInResult> TryPasskeyAsync(string credential)
    {
        PasskeyAssertionResult<Person> assertion;
        try
        {
            assertion = await signIn.PerformPasskeyAssertionAsync(credential);
        }
        catch (InvalidOperationException missing)
        {
            // The challenge is not there any more: the page was open for long.
            LogRefused(logger, missing.Message);
            return SignInResult.Failed;
        }

        if (!assertion.Succeeded)
        {
            LogRefused(logger, assertion.Failure.Message);
            await RefusedAsync(null, null);
            return SignInResult.Failed;
        }

        if (await people.IsLockedOutAsync(assertion.User))
        {
            await RefusedAsync(assertion.User, assertion.User.Email);
            return SignInResult.LockedOut;
        }

        // It counts its uses, so that a copy is found out. A passkey is two factors in one.
        await people.AddOrUpdatePasskeyAsync(assertion.User, assertion.Passkey);
        await signIn.SignInAsync(assertion.User, isPersistent: true);
        return SignInResult.Success;
    }

    /// <summary>Notes that somebody was refused.</summary>
    /// <param name="person">Who they would have been; null for nobody that is known.</param>
    /// <param name="email">What they typed. Kept only where it looks like an address: passwords get into the wrong field.</param>
    public Task RefusedAsync(Person? person, string? email)
    {
        var by = person is null
            ? new Initiator(new Actor(ActorKind.Person), Rights.None, Address: DashboardSignIn.AddressOf(signIn.Context))
            : signIn.By(person);
        email = email?.Trim();
        return ledger.WriteAsync(session =>
        {
            session.NoteAccount(by, AuditAction.SignInRefused, email is { Length: <= 254 } && email.IndexOf('@', StringComparison.Ordinal) > 0 ? email : null);
            return Task.CompletedTask;
        });
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "A passkey was refused. {Reason}")]
    private static partial void LogRefused(ILogger logger, string reason);
}
