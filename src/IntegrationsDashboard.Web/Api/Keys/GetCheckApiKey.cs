using System.Globalization;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Web.Api.Description;

namespace IntegrationsDashboard.Web.Api.Keys;

/// <summary><c>GET /v1/check-api-key</c> tells what a key opens.</summary>
internal static class GetCheckApiKey
{
    public static void Map(RouteGroupBuilder group) => group.MapGet("/check-api-key", Handle).Describes(
        new CallDescription("checkApiKey", CallTags.Keys, "Check the API key")
        {
            Text = "Tells which environment and workspace the key opens.",
            Answer = CallAnswer.Of<CheckedKeyData>("""{ "environment_id": "1", "customer_id": "1" }"""),
        }).Needs(Rights.None);

    private static IResult Handle(ApiCaller caller) => ApiAnswer.Ok(new CheckedKeyData(
        caller.Scope.EnvironmentId?.ToString(CultureInfo.InvariantCulture) ?? throw new InvalidOperationException("A key opens one environment."),
        caller.Scope.WorkspaceId.ToString(CultureInfo.InvariantCulture)));
}
