using System.Globalization;
using System.Xml.Linq;
using IntegrationsDashboard.Status;
using IntegrationsDashboard.Web.Embedding;

namespace IntegrationsDashboard.Web.Tests.Embedding;

public sealed class EmbedBadgeTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void It_is_a_whole_image_with_a_name_whatever_it_is_about()
    {
        var all = Enum.GetValues<IntegrationStatus>().Select(status => (IntegrationStatus?)status).Append(null);
        foreach (var (status, theme) in all.SelectMany(status => Enum.GetValues<EmbedTheme>().Select(theme => (status, theme))))
        {
            var image = XDocument.Parse(EmbedBadge.Svg("A <b> & \"c\"", "Läuft’s <nicht>", status, theme)).Root!;
            Assert.Equal("img", image.Attribute("role")!.Value);
            Assert.Equal("A <b> & \"c\": Läuft’s <nicht>", image.Element(Svg + "title")!.Value);
            Assert.Equal(["A <b> & \"c\"", "Läuft’s <nicht>"], image.Elements(Svg + "text").Select(text => text.Value));
            Assert.Equal(status is not null, image.Elements(Svg + "svg").Any());
        }
    }

    [Fact]
    public void Its_texts_stand_within_it_one_after_the_other()
    {
        foreach (var (label, word) in new[] { ("ADP", "Active"), ("SAP SuccessFactors", "Synchronisierung mit Warnungen"), ("人事システム", "Statut") })
        {
            var image = XDocument.Parse(EmbedBadge.Svg(label, word, IntegrationStatus.Active, EmbedTheme.Light)).Root!;
            var texts = image.Elements(Svg + "text").Select(text => (Start: Number(text, "x"), End: Number(text, "x") + Number(text, "textLength"))).ToList();
            Assert.True(texts[0].End < texts[1].Start);
            Assert.True(texts[1].End < Number(image, "width"));
        }
    }

    [Fact]
    public void A_badge_follows_the_system_or_keeps_to_its_colours()
    {
        Assert.Contains("prefers-color-scheme", EmbedBadge.Svg("a", "b", IntegrationStatus.Active, EmbedTheme.Auto), StringComparison.Ordinal);
        Assert.DoesNotContain("prefers-color-scheme", EmbedBadge.Svg("a", "b", IntegrationStatus.Active, EmbedTheme.Dark), StringComparison.Ordinal);
        Assert.Contains("#56d394", EmbedBadge.Svg("a", "b", IntegrationStatus.Active, EmbedTheme.Dark), StringComparison.Ordinal);
    }

    [Fact]
    public void A_longer_text_is_never_narrower()
    {
        var random = new Random(5);
        for (var round = 0; round < 200; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(30)).Select(_ => (char)random.Next(' ', 0x3000)));
            Assert.True(TextWidth.Of(text + "a", 12) > TextWidth.Of(text, 12));
            Assert.Equal(TextWidth.Of(text, 12) * 2, TextWidth.Of(text, 24), 6);
        }
    }

    private static double Number(XElement element, string name) => double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);
}
