using System.Globalization;
using System.Text;

namespace IntegrationsDashboard.Web.Tests.Import;

/// <summary>Lines of a history.</summary>
internal static class HistoryFile
{
    /// <summary>The id of the integration with a number.</summary>
    public static string IdOf(int number) => string.Create(CultureInfo.InvariantCulture, $"personio:{number:D24}");

    public static string Integration(int number) =>
        $$"""{"type":"integration","id":"{{IdOf(number)}}","tool":"personio","category":"HRIS","end_user":{"organization_name":"Organisation {{number}}"},"created_at":"2026-01-01T00:00:00Z"}""";

    /// <summary>A sync that ended on a day of October 2026.</summary>
    public static string Sync(string id, int integration, string state, int day) =>
        $$"""{"type":"sync","sync_id":"{{id}}","integration_id":"{{IdOf(integration)}}","state":"{{state}}","sync_type":"DELTA","started_at":"2026-10-01T00:00:00Z","ended_at":"2026-10-{{day:D2}}T02:00:00Z"}""";

    public static string Log(string sync, int seq, string level = "INFO") =>
        $$"""{"type":"log","sync_id":"{{sync}}","seq":{{seq}},"at":"2026-10-01T00:00:00Z","level":"{{level}}","message":"Entry {{seq}}"}""";

    /// <summary>Some integrations with thirty syncs each, every third of which did not go well, and two log entries for each.</summary>
    public static IEnumerable<string> Lines(int integrations)
    {
        string[] states = ["SUCCEEDED", "FAILED", "SUCCEEDED", "AUTHENTICATION_FAILED", "PARTIALLY_FAILED"];
        for (var number = 1; number <= integrations; number++)
        {
            yield return Integration(number);
            for (var day = 1; day <= 30; day++)
            {
                var id = $"{number}-{day}";
                yield return Sync(id, number, states[day * number % states.Length], day);
                yield return Log(id, 1);
                yield return Log(id, 2, day % 3 == 0 ? "ERROR" : "WARNING");
            }
        }
    }

    /// <summary>Writes a file into the dashboard's folder.</summary>
    public static string Write(TestDashboard dashboard, string text, string name = "history.ndjson")
    {
        var path = Path.Combine(dashboard.Folder, name);
        File.WriteAllText(path, text, new UTF8Encoding(false));
        return path;
    }
}
