using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Web.Security;

namespace IntegrationsDashboard.Web.Api;

/// <summary>The program that calls, as its key tells.</summary>
/// <param name="Scope">The environment that the key opens.</param>
/// <param name="Environment">Which of the two that is.</param>
internal sealed record ApiCaller(WorkspaceScope Scope, EnvironmentKind Environment)
{
    /// <summary>Lets a call take its caller as a parameter.</summary>
    public static ValueTask<ApiCaller?> BindAsync(HttpContext context)
    {
        var holder = context.User.Identity is ApiKeyIdentity identity
            ? identity.Holder
            : throw new InvalidOperationException("Every call stands behind the gate that asks for the API key.");
        return ValueTask.FromResult<ApiCaller?>(
            new ApiCaller(holder.Scope with { By = holder.Scope.By! with { Address = DashboardSignIn.AddressOf(context) } }, holder.Environment));
    }
}
