using System.Globalization;
using IntegrationsDashboard.Notifying;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Syncing;
using IntegrationsDashboard.Web.Api;
using IntegrationsDashboard.Web.Catalogue;
using IntegrationsDashboard.Web.Components;
using IntegrationsDashboard.Web.Components.Integrations;
using IntegrationsDashboard.Web.Components.Notifications;
using IntegrationsDashboard.Web.Components.Syncs;
using IntegrationsDashboard.Web.Components.Workspace;
using IntegrationsDashboard.Web.Demonstration;
using IntegrationsDashboard.Web.Embedding;
using IntegrationsDashboard.Web.Sandbox;
using IntegrationsDashboard.Web.Security;
using IntegrationsDashboard.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using MudBlazor;
using MudBlazor.Services;

namespace IntegrationsDashboard.Web.Hosting;

/// <summary>Puts the program together.</summary>
public static class DashboardHost
{
    /// <summary>Adds everything that the dashboard is made of.</summary>
    public static void AddDashboard(this WebApplicationBuilder builder)
    {
        // What nobody's request leads to, and the API, speaks English; days and numbers must not be in another language than the texts.
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.GetCultureInfo("en");
        builder.WebHost.UseStaticWebAssets();
        if (DashboardOptions.SandboxIn(builder.Configuration, builder.Environment) && builder.Configuration["Urls"] is { Length: > 0 } urls)
        {
            builder.WebHost.UseUrls(SandboxAddress.WithPorts(urls));
        }

        var options = DashboardOptions.From(builder.Configuration, builder.Environment);
        foreach (var tool in options.Tools)
        {
            ToolCatalogue.Add(tool.Id, tool.Label);
        }

        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(options.Retention);
        builder.Services.AddStore(options.Store, options.Rules);
        builder.Services.AddSyncing(options.Syncing, options.Tools);
        builder.Services.AddNotifying(options.Notifying, options.Mail, WebhookHosting.Pages, WebhookHosting.Words, WebhookHosting.Handler);
        builder.Services.AddSingleton<SandboxAccounts>();
        builder.Services.AddSingleton<SandboxApi>();
        builder.Services.AddLocalization();
        builder.Services.AddSingleton<StatusTexts>();
        builder.Services.AddSingleton<AuditTexts>();
        builder.Services.AddSingleton<Explainer>();
        builder.Services.AddSingleton<EmbedTokens>();
        builder.Services.AddSingleton<EmbedSnippets>();
        builder.Services.AddSingleton<EmbedReader>();
        builder.Services.AddSingleton<EmbedLimits>();
        builder.Services.AddSingleton<NoticeTexts>();
        builder.Services.AddTransient<MudLocalizer, ComponentTexts>();
        builder.Services.AddPeople();
        SingleSignOn.Add(builder.Services, options.OpenIdConnect);
        builder.Services.AddSingleton<FirstStart>();
        builder.Services.AddScoped<Viewer>();
        builder.Services.AddApi();
        builder.Services.AddHealth();
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();

        // Below, where what they tell covers neither the header nor what its menus show.
        builder.Services.AddMudServices(services => services.SnackbarConfiguration.PositionClass = Defaults.Classes.Position.BottomRight);
    }

    /// <summary>Brings the store up to date and, where it is empty, creates the first workspace.</summary>
    public static async Task PrepareStoreAsync(this WebApplication app)
    {
        await app.Services.MigrateStoreAsync();
        var options = app.Services.GetRequiredService<DashboardOptions>();
        var ledger = app.Services.GetRequiredService<Ledger>();
        if (options.WorkspaceName is { } name)
        {
            var sandbox = options is { Demonstration: true, Sandbox: { } at }
                ? ActivatorUtilities.CreateInstance<SandboxSeeder>(app.Services, at)
                : null;

            // One transaction, so that a start that is broken off leaves an empty store and not half a demonstration.
            await ledger.WriteAsync(
                async session =>
                {
                    var workspace = await DemonstrationSeeder.BootstrapAsync(session, name, options);
                    if (workspace is not null && sandbox is not null)
                    {
                        await sandbox.ConnectAsync(session, workspace);
                    }

                    return workspace;
                },
                tellsOutside: false);
        }

        await app.Services.GetRequiredService<FirstStart>().PrepareAsync();
        if (options.Sandbox is { } address)
        {
            // This start may be at another address than the one before.
            await ledger.WriteAsync(session => session.MoveToolAsync(SandboxTool.Id, address.ToString()), tellsOutside: false);
        }
    }

    /// <summary>Prints how to get in, where nobody can yet.</summary>
    public static void Announce(this WebApplication app) =>
        app.Services.GetRequiredService<FirstStart>().Announce(
            app.Services.GetRequiredService<DashboardOptions>().PublicUrl ?? app.Urls.FirstOrDefault() ?? "");

    /// <summary>Maps pages, API and static files.</summary>
    public static void MapDashboard(this WebApplication app)
    {
        app.UseMiddleware<SecurityHeaders>();
        if (!app.Environment.IsDevelopment())
        {
            app.UseExceptionHandler("/problem/500", createScopeForErrors: true);
            app.UseHsts();
        }

        app.UseWhen(
            context => !context.Request.Path.StartsWithSegments(ApiEndpoints.Root),
            pages => pages.UseStatusCodePagesWithReExecute("/problem/{0}", createScopeForStatusCodePages: true));
        app.MapApi();
        app.UseLanguages();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapStaticAssets().AllowAnonymous();
        AccountEndpoints.Map(app);
        app.MapHealth();
        app.MapLogDownload();
        app.MapAuditDownload();
        app.MapListExport();
        app.MapUnsubscribe();
        app.MapEmbeds();
        if (app.Services.GetRequiredService<DashboardOptions>().Sandbox is not null)
        {
            SandboxApi.Map(app);
        }

        app.MapRazorComponents<App>()
            .AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null)
            .Add(OpenCircuits);
    }

    // End users have pages without signing in. What a circuit shows is asked of whoever opened it, page by page.
    private static void OpenCircuits(EndpointBuilder endpoint)
    {
        if (endpoint is RouteEndpointBuilder { RoutePattern.RawText: { } path }
            && (path.TrimStart('/').StartsWith("_blazor", StringComparison.Ordinal) || path.TrimStart('/').StartsWith("_framework", StringComparison.Ordinal)))
        {
            endpoint.Metadata.Add(new AllowAnonymousAttribute());
        }
    }
}
