using System.Text.RegularExpressions;

namespace IntegrationsDashboard.Web.Reports;

/// <summary>How large and how far off the parts of a report may be. Lengths are in characters (UTF-16 units).</summary>
internal static partial class ReportLimits
{
    public const int OrganizationName = 200;
    public const int CreatorEmail = 254;
    public const int OriginId = 200;
    public const int ErrorMessage = 2_000;
    public const int Models = 200;
    public const int ModelName = 100;

    /// <summary>The greatest whole number that every JSON reader keeps exactly.</summary>
    public const long Records = 9_007_199_254_740_991;

    public const int LogMessage = 20_000;
    public const int HttpMethod = 20;
    public const int Url = 4_000;
    public const int Body = 262_144;

    /// <summary>Entries in one call.</summary>
    public const int LogEntries = 10_000;

    /// <summary>Earlier times are a clock or a unit gone wrong.</summary>
    public static DateTimeOffset Earliest { get; } = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>How far a reporter's clock may be ahead.</summary>
    public static TimeSpan Ahead { get; } = TimeSpan.FromMinutes(5);

    /// <summary>Whether an integration may have this id: a tool's id, a colon, 24 letters and digits.</summary>
    public static bool IsIntegrationId(string id) => IntegrationId().IsMatch(id);

    /// <summary>Whether a sync may have this id. "." and ".." are the two such texts that mean something else in an address.</summary>
    public static bool IsSyncId(string id) => SyncId().IsMatch(id) && id is not ("." or "..");

    /// <summary>An integration's id as a pattern of JSON Schema.</summary>
    public const string IntegrationIdPattern = "^[a-z][a-z0-9_-]{0,39}:[A-Za-z0-9]{24}$";

    /// <summary>A sync's id as a pattern of JSON Schema.</summary>
    public const string SyncIdPattern = @"^(?!\.{1,2}$)[A-Za-z0-9._~:-]{1,100}$";

    /// <summary>An instant as a pattern of JSON Schema.</summary>
    public const string InstantPattern = @"^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,16})?)?(Z|[+-]\d\d:\d\d)$";

    [GeneratedRegex(@"^[a-z][a-z0-9_-]{0,39}:[A-Za-z0-9]{24}\z")]
    private static partial Regex IntegrationId();

    [GeneratedRegex(@"^[A-Za-z0-9._~:-]{1,100}\z")]
    private static partial Regex SyncId();

    /// <summary>A date and a time of day with an offset from UTC.</summary>
    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,16})?)?(Z|[+-]\d\d:\d\d)\z", RegexOptions.ECMAScript)]
    public static partial Regex Instant();
}
