using Bunit;
using IntegrationsDashboard.Web.Components.Shared;

namespace IntegrationsDashboard.Web.Tests.Components;

public sealed class RelativeTimeTests : ComponentTest
{
    [Fact]
    public void The_time_is_relative_and_the_exact_one_is_for_hovering_and_for_screen_readers()
    {
        var time = Render<RelativeTime>(p => p.Add(t => t.At, Now.AddHours(-3))).Find("time");

        Assert.StartsWith("3 hours ago", time.TextContent.Trim(), StringComparison.Ordinal);
        Assert.Equal("Tue 24 Nov 2026, 07:00:00 UTC+01:00", time.GetAttribute("title"));
        Assert.Contains("Tue 24 Nov 2026", time.QuerySelector(".visually-hidden")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("2026-11-24T06:00:00Z", time.GetAttribute("datetime"));
    }

    [Fact]
    public void It_ages_while_the_page_is_open()
    {
        var time = Render<RelativeTime>(p => p.Add(t => t.At, Now.AddMinutes(-58)));
        Clock.Advance(TimeSpan.FromHours(2));

        time.WaitForAssertion(() => Assert.StartsWith("2 hours ago", time.Find("time").TextContent.Trim(), StringComparison.Ordinal));
    }

    [Fact]
    public void What_never_was_is_said() =>
        Assert.Equal("Not yet", Render<RelativeTime>(p => p.Add(t => t.Otherwise, "Not yet")).Find("span").TextContent);
}
