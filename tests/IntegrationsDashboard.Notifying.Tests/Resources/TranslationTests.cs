using System.Text.RegularExpressions;
using System.Xml.Linq;
using IntegrationsDashboard.Store;

namespace IntegrationsDashboard.Notifying.Tests.Resources;

/// <summary>Every text is there in every language, with all that is put into it.</summary>
public sealed partial class TranslationTests
{
    /// <summary>Every resource file of the sources, and each language but English.</summary>
    public static TheoryData<string, string> Translations()
    {
        var source = Source();
        var english = Directory.EnumerateFiles(source, "*.resx", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(source, file)[..^".resx".Length])
            .Where(file => !Path.GetFileName(file).Contains('.', StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
        var data = new TheoryData<string, string>();
        foreach (var file in english)
        {
            foreach (var language in Languages.All.Where(language => language != Languages.Default))
            {
                data.Add(file, language);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Translations))]
    public void It_has_every_text_with_the_same_placeholders(string file, string language)
    {
        var english = Texts($"{file}.resx");
        var translated = Texts($"{file}.{language}.resx");

        Assert.Equal(english.Keys.Order(StringComparer.Ordinal), translated.Keys.Order(StringComparer.Ordinal));
        Assert.All(english, text =>
        {
            Assert.Equal(Placeholders(text.Value), Placeholders(translated[text.Key]));
            Assert.False(string.IsNullOrWhiteSpace(translated[text.Key]));
            Assert.DoesNotContain('!', translated[text.Key]);
        });
    }

    private static Dictionary<string, string> Texts(string file) => XDocument.Load(Path.Combine(Source(), file)).Root!
        .Elements("data")
        .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value, StringComparer.Ordinal);

    private static IEnumerable<string> Placeholders(string text) =>
        Placeholder().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal);

    private static string Source()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "IntegrationsDashboard.sln")))
        {
            directory = directory.Parent;
        }

        return Path.Combine(directory?.FullName ?? throw new InvalidOperationException("The sources are not above the tests."), "src");
    }

    [GeneratedRegex(@"\{\d+[^}]*\}")]
    private static partial Regex Placeholder();
}
