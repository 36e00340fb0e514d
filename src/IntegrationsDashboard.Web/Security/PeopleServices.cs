using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Model;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace IntegrationsDashboard.Web.Security;

/// <summary>Puts together how people sign in and what they may see.</summary>
internal static class PeopleServices
{
    public static void AddPeople(this IServiceCollection services)
    {
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<DashboardContext>>().CreateDbContext());
        services.AddHttpContextAccessor();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies(cookies => cookies.ApplicationCookie!.Configure(cookie =>
        {
            cookie.Cookie.Name = "dashboard";
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.LoginPath = Links.SignIn;
            cookie.ReturnUrlParameter = "returnUrl";
            cookie.ExpireTimeSpan = Store.Recording.LedgerSession.SessionLife;
            cookie.SlidingExpiration = true;
            cookie.EventsType = typeof(SessionCookie);
        }));
        services
            .AddIdentityCore<Person>(identity =>
            {
                identity.User.RequireUniqueEmail = true;

                // It is the e-mail address: whatever stands in one is good.
                identity.User.AllowedUserNameCharacters = "";

                // Length is what makes a password strong.
                identity.Password.RequiredLength = 12;
                identity.Password.RequiredUniqueChars = 5;
                identity.Password.RequireDigit = identity.Password.RequireLowercase = false;
                identity.Password.RequireUppercase = identity.Password.RequireNonAlphanumeric = false;
                identity.Lockout.MaxFailedAccessAttempts = 8;
                identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(10);
            })
            .AddEntityFrameworkStores<DashboardContext>()
            .AddSignInManager<DashboardSignIn>()
            .AddErrorDescriber<AccountErrors>()
            .AddDefaultTokenProviders();
        services.Configure<DataProtectionTokenProviderOptions>(tokens => tokens.TokenLifespan = TimeSpan.FromHours(1));
        services.AddScoped<SessionCookie>();
        services.AddScoped<SignInDesk>();
        services.AddScoped<ExternalSignIn>();
        services.AddSingleton<AccountMails>();
        services.AddSingleton<AttemptLimits>();
        services.AddSingleton<AccessControl>();
        services.AddScoped<CurrentAccess>();
        services.AddScoped<CircuitHandler, CircuitGuard>();
        services.AddScoped<CircuitHandler, CircuitLanguage>();
        services.AddCascadingAuthenticationState();
        services.AddSingleton<IAuthorizationHandler, RightsHandler>();
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build())
            .AddPolicy(Policies.Member, policy => policy.RequireAuthenticatedUser().AddRequirements(new RightsRequirement(Rights.Act)))
            .AddPolicy(Policies.Admin, policy => policy.RequireAuthenticatedUser().AddRequirements(new RightsRequirement(Rights.Administer)))
            .AddPolicy(Policies.Operator, policy => policy.RequireAuthenticatedUser().AddRequirements(new RightsRequirement(Rights.Operate)));
    }
}
