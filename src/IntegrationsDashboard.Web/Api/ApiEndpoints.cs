using IntegrationsDashboard.Web.Api.Connect;
using IntegrationsDashboard.Web.Api.Description;
using IntegrationsDashboard.Web.Api.Embeds;
using IntegrationsDashboard.Web.Api.Events;
using IntegrationsDashboard.Web.Api.Integrations;
using IntegrationsDashboard.Web.Api.Keys;
using IntegrationsDashboard.Web.Api.Syncs;
using IntegrationsDashboard.Web.Api.Tools;
using IntegrationsDashboard.Web.Catalogue;
using IntegrationsDashboard.Web.Components.ApiReference;
using IntegrationsDashboard.Web.Security;
using Microsoft.AspNetCore.Authentication;

namespace IntegrationsDashboard.Web.Api;

/// <summary>Puts the API together.</summary>
internal static class ApiEndpoints
{
    /// <summary>Where all calls begin.</summary>
    public const string Root = "/v1";

    /// <summary>Adds what the calls need.</summary>
    public static void AddApi(this IServiceCollection services)
    {
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, ApiKeyAuthentication>(ApiKeyAuthentication.SchemeName, null);
        services.AddSingleton<KeyUse>();
        services.AddApiDocument();
        services.AddSingleton<ReferenceDocument>();
        services.AddRateLimits();
        services.AddResponseCompression(compression =>
        {
            // Answers hang on a key that no foreign page can make a browser send, so that their size gives nothing away.
            compression.EnableForHttps = true;
            compression.MimeTypes = ["application/json"];
        });
        services.AddSingleton<PublicAddress>();
        services.AddSingleton<RequestedIntegration>();
        services.AddSingleton<LinkAnswer>();
        services.AddSingleton<IntegrationDescriber>();
        services.AddSingleton<ExplanationDescriber>();
        services.AddSingleton<StatusDescriber>();
        services.AddSingleton<IntegrationItemDescriber>();
        services.AddSingleton<RequestedSync>();
        services.AddSingleton<SyncDescriber>();
        services.AddSingleton<KeyWatch>();
        services.AddSingleton<EventStream>();
    }

    /// <summary>
    /// Maps the calls, and the tools' icons that they point at. Comes before everything else that is mapped: the envelope goes
    /// round routing, which refuses requests too, and the key is asked for before anything else is looked at.
    /// </summary>
    public static void MapApi(this WebApplication app)
    {
        app.UseWhen(IsCall, calls => calls.UseMiddleware<ApiErrors>());
        app.UseRouting();
        app.UseAuthentication();
        app.UseWhen(IsCall, calls =>
        {
            calls.UseMiddleware<ApiKeyGate>();
            calls.UseRateLimits();
            calls.UseMiddleware<ConditionalGet>();
        });
        app.UseWhen(IsCompressed, calls => calls.UseResponseCompression());

        // The gate asks for the key; people's cookies are nothing here.
        var group = app.MapGroup(Root).AllowAnonymous();
        GetCheckApiKey.Map(group);
        GetIntegrations.Map(group);
        CreateIntegration.Map(group);
        GetIntegration.Map(group);
        GetIntegrationStatus.Map(group);
        GetHistory.Map(group);
        IntegrationEmbeds.Map(group);
        GetSyncs.Map(group);
        PutEnabled.Map(group);
        DeleteIntegration.Map(group);
        PostRelink.Map(group);
        CreateConnectLink.Map(group);
        GetIntegrationByToken.Map(group);
        GetTools.Map(group);
        GetSync.Map(group);
        PutSync.Map(group);
        GetLogs.Map(group);
        PostLogs.Map(group);
        PostForceSync.Map(group);
        GetEvents.Map(group);
        UnknownCall.Map(group);
        ToolIconEndpoint.Map(app);
        app.MapOpenApi().AllowAnonymous();
    }

    // The document is for everyone, and the pages are not the API's matter.
    private static bool IsCompressed(HttpContext context) => IsCall(context) || context.Request.Path.StartsWithSegments("/openapi");

    private static bool IsCall(HttpContext context) => context.Request.Path.StartsWithSegments(Root);
}
