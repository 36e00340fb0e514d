using Bunit;
using IntegrationsDashboard.Notifying;
using IntegrationsDashboard.Notifying.Webhooks;
using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Web.Security;
using IntegrationsDashboard.Web.Texts;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using MudBlazor.Services;

namespace IntegrationsDashboard.Web.Tests.Components;

/// <summary>Renders components for a viewer in Berlin on a Tuesday morning.</summary>
public abstract class ComponentTest : BunitContext
{
    protected ComponentTest(StoreOptions? store = null)
    {
        Services.AddLocalization();
        Services.AddMudServices();
        Services.AddSingleton<TimeProvider>(Clock);
        Services.AddStore(store ?? new StoreOptions(), StatusRules.Default);
        Services.AddSingleton<StatusTexts>();
        Services.AddSingleton<AuditTexts>();
        Services.AddSingleton<Explainer>();
        Services.AddSingleton<NoticeTexts>();
        Services.AddSingleton(new NotifyingOptions());
        Services.AddScoped<Viewer>();
        Services.AddSingleton<SignedIn>();
        Services.AddSingleton<AuthenticationStateProvider>(services => services.GetRequiredService<SignedIn>());
        Services.AddSingleton<AccessControl>();
        Services.AddScoped<CurrentAccess>();
        Services.AddDataProtection();
        Services.AddSingleton<WebhookSecrets>();
        Services.AddSingleton<MessageWriter>();
        Services.AddSingleton(new PageAddresses
        {
            Origin = () => "http://localhost",
            Sync = Links.Sync,
            Flow = Links.Flow,
            Step = Links.Step,
            Webhooks = Links.Webhooks,
            Link = link => $"/links/{link.Id}",
            Unsubscribe = Links.Unsubscribe,
            Integrations = Links.Integrations,
            QualityAssurance = Links.QualityAssurance,
            Notifications = Links.Notifications,
        });
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.GetRequiredService<Viewer>().Tell("Europe/Berlin", dark: false);
    }

    protected static DateTimeOffset Now { get; } = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    protected FakeTimeProvider Clock { get; } = new(Now);
}
