using System.Globalization;

namespace IntegrationsDashboard.Web.Demonstration;

/// <summary>The bodies of made-up requests and responses. Credentials are left out of them, as they are of real logs.</summary>
internal static class DemonstrationBodies
{
    /// <summary>What is sent to sign in.</summary>
    public const string SignIn = """{"grant_type":"client_credentials","client_id":"[redacted]","client_secret":"[redacted]"}""";

    /// <summary>What comes back.</summary>
    public const string SignedIn = """{"access_token":"[redacted]","token_type":"Bearer","expires_in":3600}""";

    /// <summary>What comes back when something went wrong.</summary>
    public static string Error(string code, string detail) => $$$"""{"error":{"code":"{{{code}}}","detail":"{{{detail}}}"}}""";

    /// <summary>The first page of a model, shortened to its first records.</summary>
    public static string Page(DemonstrationModel model, long records, DateTimeOffset at, Random random)
    {
        var shown = (int)Math.Min(2, records);
        var rows = Enumerable.Range(0, shown).Select(_ => Record(model, at, random));
        return string.Create(
            CultureInfo.InvariantCulture,
            $$$"""{"data":[{{{string.Join(',', rows)}}}],"meta":{"page":1,"shown":{{{shown}}},"total":{{{records}}}}}""");
    }

    private static string Record(DemonstrationModel model, DateTimeOffset at, Random random)
    {
        var (first, last) = DemonstrationPeople.Person(random);
        var id = random.Next(10_000, 99_999);
        return string.Create(
            CultureInfo.InvariantCulture, $$$"""{"id":"{{{id}}}",{{{Fields(model.Name, first, last, at, random)}}}}""");
    }

    private static string Fields(string model, string first, string last, DateTimeOffset at, Random random)
    {
        var number = random.Next(1, 28);
        FormattableString text = model switch
        {
            "employees" or "users" or "candidates" =>
                $$"""
                "first_name":"{{first}}","last_name":"{{last}}","email":"{{first}}.{{last}}@example.org","status":"ACTIVE"
                """,
            "time_off" => $$"""
                "employee_id":"{{random.Next(10_000, 99_999)}}","start_date":"{{at.AddDays(-number):yyyy-MM-dd}}","days":{{number}}
                """,
            "applications" or "orders" or "course_progressions" => $$"""
                "person_id":"{{random.Next(10_000, 99_999)}}","status":"{{(number % 3 == 0 ? "COMPLETED" : "IN_PROGRESS")}}"
                """,
            "results" => $$"""
                "candidate_id":"{{random.Next(10_000, 99_999)}}","score":{{40 + (number * 2)}},"status":"FINAL"
                """,
            _ => $$"""
                "name":"{{last}} {{number}}","is_archived":false
                """,
        };
        return text.ToString(CultureInfo.InvariantCulture).Trim();
    }
}
