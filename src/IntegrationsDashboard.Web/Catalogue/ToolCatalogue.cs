using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace IntegrationsDashboard.Web.Catalogue;

/// <summary>The names of the tools that integrations connect to.</summary>
public static partial class ToolCatalogue
{
    private static ImmutableDictionary<string, string> _labels = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["adp"] = "ADP Workforce Now",
        ["ashby"] = "Ashby",
        ["bamboohr"] = "BambooHR",
        ["bullhorn"] = "Bullhorn",
        ["canvas"] = "Canvas",
        ["ceridian"] = "Dayforce",
        ["codility"] = "Codility",
        ["cornerstone"] = "Cornerstone OnDemand",
        ["docebo"] = "Docebo",
        ["factorial"] = "Factorial",
        ["gem"] = "Gem",
        ["greenhouse"] = "Greenhouse",
        ["gusto"] = "Gusto",
        ["hackerrank"] = "HackerRank",
        ["hibob"] = "HiBob",
        ["icims"] = "iCIMS",
        ["jobvite"] = "Jobvite",
        ["kenjo"] = "Kenjo",
        ["lever"] = "Lever",
        ["moodle"] = "Moodle",
        ["namely"] = "Namely",
        ["oraclehcm"] = "Oracle HCM Cloud",
        ["paycom"] = "Paycom",
        ["paycor"] = "Paycor",
        ["paylocity"] = "Paylocity",
        ["personio"] = "Personio",
        ["recruitee"] = "Recruitee",
        ["rippling"] = "Rippling",
        ["sagehr"] = "Sage HR",
        ["sandbox"] = "Sandbox HR",
        ["scim"] = "SCIM",
        ["smartrecruiters"] = "SmartRecruiters",
        ["successfactors"] = "SAP SuccessFactors",
        ["talentlms"] = "TalentLMS",
        ["teamtailor"] = "Teamtailor",
        ["testgorilla"] = "TestGorilla",
        ["ukg"] = "UKG Pro",
        ["workable"] = "Workable",
        ["workday"] = "Workday",
        ["zohopeople"] = "Zoho People",
    }.ToImmutableDictionary();

    /// <summary>All known tools, id to name.</summary>
    public static IReadOnlyDictionary<string, string> All => _labels;

    /// <summary>Adds a tool, or names it anew. Safe to call at any time.</summary>
    public static void Add(string tool, string label) => ImmutableInterlocked.AddOrUpdate(ref _labels, tool, label, (_, _) => label);

    /// <summary>The name that people know a tool by; one not in the catalogue is named after its id.</summary>
    public static string Label(string tool) =>
        _labels.TryGetValue(tool, out var label)
            ? label
            : CultureInfo.InvariantCulture.TextInfo.ToTitleCase(tool.Replace('-', ' ').Replace('_', ' '));

    /// <summary>Whether <paramref name="tool"/> can be a tool's id: 1 to 40 lower-case letters, digits, hyphens and underscores, a letter first.</summary>
    public static bool IsId(string tool) => Id().IsMatch(tool);

    /// <summary>The same as a pattern of JSON Schema.</summary>
    public const string IdPattern = "^[a-z][a-z0-9_-]{0,39}$";

    [GeneratedRegex(@"^[a-z][a-z0-9_-]{0,39}\z")]
    private static partial Regex Id();
}
