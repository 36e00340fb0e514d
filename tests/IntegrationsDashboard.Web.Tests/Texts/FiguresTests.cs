using System.Globalization;
using IntegrationsDashboard.Web.Texts;

namespace IntegrationsDashboard.Web.Tests.Texts;

/// <summary>How numbers are said.</summary>
public sealed class FiguresTests
{
    [Theory]
    [InlineData(1.0, "100%")]
    [InlineData(0.99999, "99.9%")]
    [InlineData(0.999, "99.9%")]
    [InlineData(0.5, "50.0%")]
    [InlineData(0.0, "0.0%")]
    [InlineData(null, "–")]
    public void What_is_not_all_is_never_said_to_be(double? share, string text) => In("en", () => Assert.Equal(text, Figures.Percent(share)));

    [Fact]
    public void Differences_have_a_sign_and_the_readers_separators()
    {
        In("en", () =>
        {
            Assert.Equal(["+1,200", "−3", "±0"], [Figures.Difference(1200), Figures.Difference(-3), Figures.Difference(0)]);
            Assert.Equal(["+1.5", "−12.0", "±0"], [Figures.Points(0.015), Figures.Points(-0.12), Figures.Points(0.0001)]);
            Assert.Equal(["+50%", "−25%", "±0", "±0"], [Figures.Growth(3, 2), Figures.Growth(3, 4), Figures.Growth(1.001, 1), Figures.Growth(1, 0)]);
        });
        In("de", () => Assert.Equal("+1,5", Figures.Points(0.015)));
    }

    [Fact]
    public void Days_are_said_as_the_reader_says_them()
    {
        var day = new DateOnly(2026, 11, 3);
        In("en", () => Assert.Equal(("Tue 3 Nov", "3 Nov"), (Figures.Day(day), Figures.ShortDay(day))));
        In("de", () => Assert.Equal("3. Nov", Figures.ShortDay(day).TrimEnd('.')));
    }

    private static void In(string language, Action work)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(language);
            work();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
