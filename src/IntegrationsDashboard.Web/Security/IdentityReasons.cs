using Microsoft.AspNetCore.Identity;

namespace IntegrationsDashboard.Web.Security;

/// <summary>Says why something was refused.</summary>
public static class IdentityReasons
{
    /// <summary>The reasons in sentences, each once.</summary>
    public static string Reasons(this IdentityResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return string.Join(" ", result.Errors.Select(error => error.Description).Distinct());
    }
}
