using System.Reflection;
using IntegrationsDashboard.Web.Components;
using IntegrationsDashboard.Web.Components.Account;
using IntegrationsDashboard.Web.Components.ApiReference;
using IntegrationsDashboard.Web.Components.Connect;
using IntegrationsDashboard.Web.Components.Layout;
using IntegrationsDashboard.Web.Components.Notifications;
using IntegrationsDashboard.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;

namespace IntegrationsDashboard.Web.Tests.Access;

/// <summary>
/// A circuit is open to all, and moves from page to page without asking the server's routing: its router shows a page only to those whom
/// the page itself names.
/// </summary>
public sealed class PagePolicyTests
{
    private static readonly Type[] Public =
    [
        typeof(HomePage),
        typeof(ApiReferencePage),
        typeof(ConnectPage),
        typeof(ReconnectPage),
        typeof(SetupPage),
        typeof(ForbiddenPage),
        typeof(NotFoundPage),
        typeof(SignInPage),
        typeof(SecondFactorPage),
        typeof(ForgotPasswordPage),
        typeof(ResetPasswordPage),
        typeof(InvitationPage),
        typeof(UnsubscribePage),
        typeof(FirstPage),
    ];

    // Where the path begins says who it is for.
    private static readonly (string Path, string Policy)[] Policed =
    [
        ("/operators/", Policies.Operator),
        ("/workspace/", Policies.Admin),
        ("/integrations/new", Policies.Member),
        ("/sandbox", Policies.Member),
    ];

    [Fact]
    public void Every_page_asks_who_is_there_but_those_that_are_for_everyone()
    {
        var pages = typeof(Program).Assembly.GetTypes().Where(type => type.IsDefined(typeof(RouteAttribute))).ToList();
        Assert.NotEmpty(pages);
        Assert.Equal(
            Public.Select(page => page.Name).Order(StringComparer.Ordinal),
            pages.Where(page => page.IsDefined(typeof(AllowAnonymousAttribute))).Select(page => page.Name).Order(StringComparer.Ordinal));
        Assert.All(pages.Except(Public), page =>
        {
            var asked = page.GetCustomAttributes<AuthorizeAttribute>().ToList();
            Assert.NotEmpty(asked);
            foreach (var (path, policy) in Policed.Where(one => page.GetCustomAttributes<RouteAttribute>().Any(route => route.Template.StartsWith(one.Path, StringComparison.Ordinal))))
            {
                Assert.True(asked.Exists(one => one.Policy == policy), $"{page.Name} stands under {path} and does not ask for \"{policy}\".");
            }
        });
    }
}
