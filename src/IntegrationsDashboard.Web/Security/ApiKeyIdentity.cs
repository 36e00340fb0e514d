using System.Security.Claims;
using IntegrationsDashboard.Store.Queries;

namespace IntegrationsDashboard.Web.Security;

/// <summary>A program that showed an API key.</summary>
/// <param name="holder">What the key opens.</param>
internal sealed class ApiKeyIdentity(KeyHolder holder)
    : ClaimsIdentity([new Claim(ClaimTypes.Name, holder.KeyName)], ApiKeyAuthentication.SchemeName)
{
    public KeyHolder Holder { get; } = holder;
}
