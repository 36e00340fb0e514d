using IntegrationsDashboard.Web.Resources;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;

namespace IntegrationsDashboard.Web.Security;

/// <summary>What may be wrong with an account, in the dashboard's words.</summary>
public sealed class AccountErrors(IStringLocalizer<AccountResources> text) : IdentityErrorDescriber
{
    /// <inheritdoc/>
    public override IdentityError PasswordTooShort(int length) => Of(nameof(PasswordTooShort), length);

    /// <inheritdoc/>
    public override IdentityError PasswordRequiresUniqueChars(int uniqueChars) => Of(nameof(PasswordRequiresUniqueChars), uniqueChars);

    /// <inheritdoc/>
    public override IdentityError PasswordMismatch() => Of(nameof(PasswordMismatch));

    /// <inheritdoc/>
    public override IdentityError InvalidToken() => Of(nameof(InvalidToken));

    /// <inheritdoc/>
    public override IdentityError InvalidEmail(string? email) => Of(nameof(InvalidEmail));

    /// <inheritdoc/>
    public override IdentityError InvalidUserName(string? userName) => Of(nameof(InvalidEmail));

    /// <inheritdoc/>
    public override IdentityError DuplicateEmail(string email) => Of(nameof(DuplicateEmail));

    /// <inheritdoc/>
    public override IdentityError DuplicateUserName(string userName) => Of(nameof(DuplicateEmail));

    private IdentityError Of(string code, params object[] values) => new() { Code = code, Description = text[$"Error_{code}", values] };
}
