using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using IntegrationsDashboard.Web.Catalogue;

namespace IntegrationsDashboard.Web.Tests.Catalogue;

/// <summary>The icons that are drawn from the tools' names.</summary>
public partial class ToolIconTests
{
    [Theory]
    [InlineData("personio", "Pe")]
    [InlineData("bamboohr", "BH")]
    [InlineData("hibob", "HB")]
    [InlineData("icims", "IC")]
    [InlineData("scim", "SC")]
    [InlineData("adp", "AW")]
    [InlineData("sagehr", "SH")]
    [InlineData("x", "X")]
    [InlineData("my-own-tool", "MO")]
    [InlineData("a-", "A")]
    public void A_monogram_has_one_or_two_characters(string tool, string monogram) => Assert.Equal(monogram, ToolIcon.Monogram(tool));

    [Fact]
    public void The_hue_of_a_tool_never_changes()
    {
        Assert.Equal(100, ToolIcon.Hue("personio"));
        Assert.All(ToolCatalogue.All.Keys, tool => Assert.InRange(ToolIcon.Hue(tool), 0, 359));
        Assert.True(ToolCatalogue.All.Keys.Select(ToolIcon.Hue).Distinct().Count() > 30);
    }

    [Fact]
    public void White_text_can_be_read_on_every_hue()
    {
        var seen = new HashSet<int>();
        for (var number = 0; seen.Count < 360; number++)
        {
            var tool = $"tool-{number}";
            if (seen.Add(ToolIcon.Hue(tool)))
            {
                Assert.True(Contrast(ToolIcon.Svg(tool)) >= 4.5, tool);
            }
        }
    }

    [Fact]
    public void Every_icon_is_an_image_with_a_name()
    {
        foreach (var (tool, label) in ToolCatalogue.All.Append(new("unknown_tool", "Unknown Tool")))
        {
            var svg = XDocument.Parse(ToolIcon.Svg(tool)).Root!;
            Assert.Equal("svg", svg.Name.LocalName);
            Assert.Equal(label, svg.Attribute("aria-label")!.Value);
            Assert.Equal(ToolIcon.Monogram(tool), svg.Elements().Last().Value);
        }
    }

    [Fact]
    public async Task Anybody_may_fetch_an_icon_and_keep_it()
    {
        using var dashboard = new TestDashboard();
        var api = dashboard.Api(null);
        var icon = await api.GetAsync("/tools/personio/icon.svg");
        Assert.Equal((200, ToolIcon.Svg("personio")), (icon.Status, icon.Text));
        Assert.Equal("image/svg+xml", icon.Headers["Content-Type"]);
        Assert.Equal("public, max-age=86400", icon.Headers["Cache-Control"]);

        using var http = dashboard.CreateClient();
        http.DefaultRequestHeaders.Add("If-None-Match", icon.Headers["ETag"]);
        Assert.Equal(304, (await new ApiClient(http, null).GetAsync("/tools/personio/icon.svg")).Status);
        Assert.Equal(200, (await api.GetAsync("/tools/never-heard-of/icon.svg")).Status);
        Assert.Equal(404, (await api.GetAsync("/tools/Personio/icon.svg")).Status);
        Assert.Equal(404, (await api.GetAsync("/tools/a%0A/icon.svg")).Status);
    }

    private static double Contrast(string svg)
    {
        var colour = int.Parse(Fill().Match(svg).Groups[1].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        double Linear(int channel) => channel / 255.0 is var v && v <= 0.04045 ? v / 12.92 : Math.Pow((v + 0.055) / 1.055, 2.4);
        return 1.05 / (0.05 + (0.2126 * Linear(colour >> 16)) + (0.7152 * Linear((colour >> 8) & 255)) + (0.0722 * Linear(colour & 255)));
    }

    [GeneratedRegex("fill=\"#([0-9a-f]{6})\"")]
    private static partial Regex Fill();
}
