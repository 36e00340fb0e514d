using Bunit;
using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Web.Components.Settings;

namespace IntegrationsDashboard.Web.Tests.Components;

public sealed class CredentialsSectionTests : ComponentTest
{
    [Theory]
    [InlineData(null, "No sync has told yet whether Personio accepts the credentials.")]
    [InlineData(SyncState.Failed, "No sync has told yet whether Personio accepts the credentials.")]
    [InlineData(SyncState.Succeeded, "Personio accepts the credentials, as far as the last sync tells.")]
    [InlineData(SyncState.PartiallyFailed, "Personio accepts the credentials, as far as the last sync tells.")]
    [InlineData(SyncState.AuthenticationFailed, "The credentials were renewed")]
    public void It_claims_no_more_than_the_last_sync_proved(SyncState? last, string expected)
    {
        var facts = IntegrationFacts.Created(EnvironmentKind.Production, Now.AddDays(-1), Now.AddDays(-1));
        facts = last is { } state ? facts.Apply(new SyncFinished(new SyncReference("s1", state, Now))) : facts;
        var item = new IntegrationView
        {
            Id = "personio:abcdefghijklmnopqrstuvwx",
            EnvironmentId = 1,
            Environment = EnvironmentKind.Production,
            Tool = "personio",
            Category = Category.Hris,
            EndUser = new EndUser { OrganizationName = "Acme" },
            CreatedAt = Now.AddDays(-1),
            Facts = facts,
            Evaluation = StatusEvaluator.Evaluate(facts, Now),
        };

        var section = Render<CredentialsSection>(p => p.Add(s => s.Item, item).Add(s => s.Scope, new WorkspaceScope(1)));

        Assert.Contains(expected, section.Markup, StringComparison.Ordinal);
    }
}
