using Bunit;
using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Web.Components.Workspace;
using IntegrationsDashboard.Web.Resources;
using IntegrationsDashboard.Web.Texts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace IntegrationsDashboard.Web.Tests.Components;

public sealed class AuditComponentsTests : ComponentTest
{
    public static TheoryData<AuditAction> Actions => [.. Enum.GetValues<AuditAction>()];

    [Theory]
    [MemberData(nameof(Actions))]
    public void Every_action_has_its_words(AuditAction action) =>
        Assert.False(Services.GetRequiredService<IStringLocalizer<WorkspaceResources>>()[$"Action_{action}"].ResourceNotFound);

    [Theory]
    [InlineData(AuditAction.IntegrationDeactivated, "active", "inactive", "Active → Inactive")]
    [InlineData(AuditAction.KeyCreated, null, "Read, Report", "Read, Report")]
    [InlineData(AuditAction.KeyRotated, "abcd", "efgh", "…abcd → …efgh")]
    [InlineData(AuditAction.RoleChanged, "Viewer", "Admin", "Viewer → Admin")]
    [InlineData(AuditAction.Joined, null, "Operator", "Operator")]
    [InlineData(AuditAction.ScheduleSet, "10:00:00, 03:00:00", "05:30:00", "10 hours / 3 hours → 5 hours, 30 minutes")]
    [InlineData(AuditAction.MemberRemoved, "Member", null, "Was Member")]
    public void Values_are_put_into_words(AuditAction action, string? before, string? after, string expected)
    {
        var line = Render<AuditLine>(p => p.Add(l => l.Entry, Entry(action, before, after)));

        Assert.Equal(expected, line.FindAll("td")[3].TextContent.Trim());
    }

    [Fact]
    public void A_line_leads_to_its_integration_and_shows_texts_as_text()
    {
        var entry = Entry(AuditAction.QaResolved, null, null, integrationId: "personio:abc", subject: "<b>done</b>");

        var line = Render<AuditLine>(p => p.Add(l => l.Entry, entry));

        Assert.Equal("/integrations/personio:abc", line.Find("a").GetAttribute("href"));
        Assert.Equal("<b>done</b>", line.Find(".subject").TextContent);
    }

    [Theory]
    [InlineData("plain", "\"plain\"")]
    [InlineData("say \"so\", then", "\"say \"\"so\"\", then\"")]
    [InlineData("=HYPERLINK(1)", "\"'=HYPERLINK(1)\"")]
    [InlineData("+1", "\"'+1\"")]
    [InlineData("-1", "\"'-1\"")]
    [InlineData("@sum", "\"'@sum\"")]
    [InlineData("\ta", "\"'\ta\"")]
    [InlineData("\ra", "\"'\ra\"")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void Values_are_safe_to_open_in_a_spreadsheet(string? value, string expected) => Assert.Equal(expected, CsvText.Field(value));

    [Fact]
    public void The_address_says_what_is_shown_and_days_are_the_viewers()
    {
        var state = AuditState.Parse("ada & bob", "keycreated", "2026-10-25", "2026-10-25", "dashboard");
        var again = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(new Uri("http://localhost" + state.Address).Query);

        Assert.Equal(state, AuditState.Parse(again["q"], again["action"], again["from"], again["until"], again["about"]));
        var filter = state.Filter(new Moments(TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"), Clock));
        Assert.Equal(new DateTimeOffset(2026, 10, 24, 22, 0, 0, TimeSpan.Zero), filter.From);
        Assert.Equal(new DateTimeOffset(2026, 10, 25, 23, 0, 0, TimeSpan.Zero), filter.Until);
        Assert.Equal(new AuditState(), AuditState.Parse(" ", "99", "yesterday", "9999-12-31", "a"));
    }

    private static AuditEntry Entry(
        AuditAction action, string? before, string? after, string? integrationId = null, string? subject = null) => new()
        {
            At = Now,
            Action = action,
            ActorKind = ActorKind.Person,
            ActorName = "Ada",
            OldValue = before,
            NewValue = after,
            IntegrationId = integrationId,
            Subject = subject,
            SearchText = "",
        };
}
