using IntegrationsDashboard.Store;
using System.Globalization;

namespace IntegrationsDashboard.Web.Api.Keys;

/// <summary><c>GET /v1/check-api-key</c> tells what a key opens.</summary>
internal static class GetCheckApiKey
{
    public static void Map(RouteGroupBuilder group) => group.MapGet("/check-api-key", Handle).Needs(Rights.None);

    private static IResult Handle(ApiCaller caller) => ApiAnswer.Ok(new CheckedKeyData(
        caller.Scope.EnvironmentId?.ToString(CultureInfo.InvariantCulture) ?? throw new InvalidOperationException("A key opens one environment."),
        caller.Scope.WorkspaceId.ToString(CultureInfo.InvariantCulture)));
}
