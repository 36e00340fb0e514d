using Bunit;
using IntegrationsDashboard.Status;
using IntegrationsDashboard.Web.Components.Shared;

namespace IntegrationsDashboard.Web.Tests.Components;

public sealed class StatusBadgeTests : ComponentTest
{
    [Theory]
    [InlineData(IntegrationStatus.Active, "active", "Active")]
    [InlineData(IntegrationStatus.SyncFailing, "sync-failing", "Sync Failing")]
    [InlineData(IntegrationStatus.SyncHasWarnings, "sync-has-warnings", "Sync Has Warnings")]
    [InlineData(IntegrationStatus.QualityAssurance, "quality-assurance", "Quality Assurance")]
    [InlineData(IntegrationStatus.AuthenticationFailing, "authentication-failing", "Authentication Failing")]
    [InlineData(IntegrationStatus.CredentialsInvalid, "credentials-invalid", "Credentials Invalid")]
    [InlineData(IntegrationStatus.Setup, "setup", "Setup")]
    [InlineData(IntegrationStatus.Inactive, "inactive", "Inactive")]
    [InlineData(IntegrationStatus.Deleted, "deleted", "Deleted")]
    public void A_status_is_icon_and_word_and_colour(IntegrationStatus status, string word, string label)
    {
        var badge = Render<StatusBadge>(p => p.Add(b => b.Status, status)).Find(".status-badge");

        Assert.Equal(word, badge.GetAttribute("data-status"));
        Assert.Equal(label, badge.TextContent.Trim());
        Assert.Equal("true", badge.QuerySelector("svg")!.GetAttribute("aria-hidden"));
    }

    [Fact]
    public void No_two_statuses_share_an_icon() =>
        Assert.Equal(9, StatusWords.ByAttention.Select(StatusLook.Icon).Distinct().Count());
}
