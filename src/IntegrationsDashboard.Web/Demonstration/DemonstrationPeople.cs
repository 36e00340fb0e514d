using System.Globalization;
using System.Text;
using IntegrationsDashboard.Store.Model;

namespace IntegrationsDashboard.Web.Demonstration;

/// <summary>Invents people and their addresses, all at domains that are reserved for examples.</summary>
internal static class DemonstrationPeople
{
    private static readonly string[] FirstNames =
    [
        "Amira", "Anton", "Beatriz", "Callum", "Chiara", "Daniel", "Elif", "Emma", "Farah", "Finn", "Giulia", "Hana",
        "Ines", "Jakob", "Kofi", "Lena", "Luca", "Maja", "Mateo", "Nadia", "Noah", "Oskar", "Priya", "Rosa", "Samuel",
        "Tove", "Viktor", "Yara",
    ];

    private static readonly string[] LastNames =
    [
        "Adler", "Bianchi", "Castell", "Dahl", "Eriksen", "Fontaine", "Grau", "Hartwig", "Ivanova", "Jansen", "Keller",
        "Lindqvist", "Moreau", "Novak", "Okafor", "Pereira", "Quist", "Rossi", "Santos", "Thorne", "Ueda", "Vogt", "Whitlock", "Zeller",
    ];

    /// <summary>The person of an organisation who connected the tool.</summary>
    public static EndUser EndUser(string organization, Random random)
    {
        var (first, last) = Person(random);
        var domain = random.Next(6) switch
        {
            0 => "example.com",
            1 => "example.org",
            _ => $"{Slug(organization)}.example",
        };
        return new EndUser
        {
            OrganizationName = organization,
            CreatorEmail = $"{first}.{last}@{domain}".ToLowerInvariant(),
            OriginId = string.Create(CultureInfo.InvariantCulture, $"customer-{random.Next(1_000, 9_999)}"),
        };
    }

    /// <summary>A first and a last name.</summary>
    public static (string First, string Last) Person(Random random) =>
        (FirstNames[random.Next(FirstNames.Length)], LastNames[random.Next(LastNames.Length)]);

    private static string Slug(string name)
    {
        var slug = new StringBuilder();
        foreach (var character in name.ToLowerInvariant().Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(character))
            {
                slug.Append(character);
            }
            else if (character == ' ' && slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        return slug.ToString().Trim('-');
    }
}
