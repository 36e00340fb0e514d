using IntegrationsDashboard.Web.Hosting;

namespace IntegrationsDashboard.Web.Api;

/// <summary>Makes addresses that work outside the dashboard: from the configured public address, or else that of the request.</summary>
internal sealed class PublicAddress(DashboardOptions options)
{
    /// <summary>The absolute address of one of the dashboard's own, such as <c>/integrations</c>.</summary>
    public string Of(HttpRequest request, string path) =>
        options.AddressOf($"{request.Scheme}://{request.Host}{request.PathBase}", path);
}
