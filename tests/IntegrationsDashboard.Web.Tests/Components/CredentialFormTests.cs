using Bunit;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Recording;
using IntegrationsDashboard.Syncing.Connectors;
using IntegrationsDashboard.Syncing.Connectors.Scim;
using IntegrationsDashboard.Web.Components.Connect;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;

namespace IntegrationsDashboard.Web.Tests.Components;

/// <summary>Entering credentials.</summary>
public sealed class CredentialFormTests : BunitContext
{
    private const string Refusal = "SCIM 2.0 refused the token. Check it and enter it again.";
    private static readonly ToolDefinition Tool = new() { Id = "scim", Label = "SCIM 2.0", Category = Category.Hris, Connector = "scim" };

    public CredentialFormTests()
    {
        Services.AddLocalization();
        Services.AddMudServices();
        Services.AddSingleton(new ToolRegistry([Tool], [new ScimConnector()]));
        JSInterop.Mode = JSRuntimeMode.Loose;
    }

    [Fact]
    public async Task What_was_entered_stays_when_it_is_refused_and_the_refusal_is_explained()
    {
        var given = new List<(string Address, IReadOnlyDictionary<string, string> Credentials)>();
        var form = RenderForm((address, credentials) =>
        {
            given.Add((address, credentials));
            return Task.FromResult<string?>(given.Count == 1 ? Refusal : null);
        });
        await form.Find("input[type=url]").ChangeAsync("https://example.com/scim");
        await form.Find("input[type=password]").ChangeAsync(" a-token ");

        await form.Find("form").SubmitAsync();

        Assert.Equal(Refusal, form.Find("[role=alert]").TextContent);
        Assert.Equal("https://example.com/scim", form.Find("input[type=url]").GetAttribute("value"));
        Assert.Equal(" a-token ", form.Find("input[type=password]").GetAttribute("value"));
        Assert.False(form.Find("button[type=submit]").HasAttribute("disabled"));

        await form.Find("form").SubmitAsync();
        Assert.Equal("", form.Find("[role=alert]").TextContent);
        Assert.Equal(2, given.Count);
        Assert.All(given, one =>
        {
            Assert.Equal("https://example.com/scim", one.Address);
            Assert.Equal(new Dictionary<string, string> { [SignInMethod.Key] = "bearer", ["token"] = "a-token" }, one.Credentials);
        });
    }

    [Fact]
    public async Task While_the_tool_is_asked_nothing_can_be_entered_or_sent_twice()
    {
        var answer = new TaskCompletionSource<string?>();
        var form = RenderForm((_, _) => answer.Task);

        var sent = form.Find("form").SubmitAsync();

        form.WaitForAssertion(() => Assert.Equal("Asking SCIM 2.0 …", form.Find("button[type=submit]").TextContent.Trim()));
        Assert.All(form.FindAll("button[type=submit], input[type=url], input[type=password]"), one => Assert.True(one.HasAttribute("disabled")));
        answer.SetResult(null);
        await sent;
        form.WaitForAssertion(() => Assert.False(form.Find("button[type=submit]").HasAttribute("disabled")));
    }

    [Fact]
    public async Task Another_way_to_sign_in_asks_for_its_own_fields_and_sends_only_those()
    {
        IReadOnlyDictionary<string, string>? given = null;
        var form = RenderForm((_, credentials) =>
        {
            given = credentials;
            return Task.FromResult<string?>(null);
        });
        await form.Find("input[type=password]").ChangeAsync("a-token");
        await form.FindAll("input[type=radio]")[1].ClickAsync(new());
        Assert.Null(form.Find("input[type=password]").GetAttribute("value"));
        await form.Find("input[type=text]").ChangeAsync("reader");
        await form.Find("input[type=password]").ChangeAsync("a-password");

        await form.Find("form").SubmitAsync();

        Assert.Equal(
            new Dictionary<string, string> { [SignInMethod.Key] = "basic", ["username"] = "reader", ["password"] = "a-password" }, given);
    }

    [Fact]
    public async Task A_link_that_was_used_meanwhile_is_explained()
    {
        var form = RenderForm((_, _) => throw new LinkClosedException());

        await form.Find("form").SubmitAsync();

        Assert.StartsWith("This is no longer possible:", form.Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    private IRenderedComponent<CredentialForm> RenderForm(Func<string, IReadOnlyDictionary<string, string>, Task<string?>> submit) =>
        Render<CredentialForm>(form => form
            .Add(f => f.Tool, Tool)
            .Add(f => f.SubmitLabel, "Connect")
            .Add(f => f.Submit, submit));
}
