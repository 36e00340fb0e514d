using Microsoft.AspNetCore.Http.HttpResults;

namespace IntegrationsDashboard.Web.Security;

/// <summary>Where somebody is sent after signing in: to pages of the dashboard only.</summary>
public static class LocalAddress
{
    /// <summary>The address that was asked for, where it is one of the dashboard; else the integrations.</summary>
    public static string Of(string? asked) =>
        asked is ['/', ..] && RedirectHttpResult.IsLocalUrl(asked) && !asked.StartsWith(Links.SignIn, StringComparison.OrdinalIgnoreCase)
            ? asked
            : Links.Integrations;
}
