using System.Globalization;
using System.Text.Json.Nodes;
using IntegrationsDashboard.Web.Demonstration;

namespace IntegrationsDashboard.Web.Sandbox;

/// <summary>The made-up records of an account: always the same ones, but for an employee whose hours change every quarter of an hour.</summary>
internal static class SandboxRecords
{
    /// <summary>How many employees an account has.</summary>
    public const int Employees = 120;

    // In quarter of an hour number q it is the turn of employee (37 q) mod 120; so that of employee e comes where q is (13 e) mod 120,
    // for 37 times 13 leaves 1. Whoever had a turn works other hours from then on.
    private const int Stride = 13;
    private static readonly TimeSpan Slot = TimeSpan.FromMinutes(15);
    private static readonly DateTimeOffset Founded = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly string[] Departments = ["Engineering", "Sales", "People", "Finance", "Operations", "Support"];
    private static readonly string[] Locations = ["Lisbon", "Vienna", "Bergen", "Toulouse", "Remote"];
    private static readonly int[] Hours = [40, 32, 36, 30];

    /// <summary>The employees.</summary>
    public static IEnumerable<JsonObject> EmployeesOf(SandboxAccount account, DateTimeOffset now)
    {
        var random = new Random(account.Seed);
        for (var index = 0; index < Employees; index++)
        {
            var (first, last) = DemonstrationPeople.Person(random);
            var department = random.Next(Departments.Length);
            var slot = LastTurn(index, now);
            var employee = new JsonObject
            {
                ["id"] = Id("e", index),
                ["first_name"] = first,
                ["last_name"] = last,
                ["email"] = string.Create(CultureInfo.InvariantCulture, $"{first}.{last}.{index + 1}@{account.Id}.example").ToLowerInvariant(),
                ["phone"] = string.Create(CultureInfo.InvariantCulture, $"+00 555 {random.Next(1_000, 9_999)}"),
                ["job_title"] = $"{Departments[department]} {(index % 9 == 0 ? "lead" : "specialist")}",
                ["weekly_hours"] = Hours[slot / Employees % Hours.Length],
                ["department"] = new JsonObject { ["id"] = Id("d", department), ["name"] = Departments[department] },
                ["location"] = new JsonObject { ["name"] = Locations[random.Next(Locations.Length)] },
                ["started_on"] = Day(Founded.AddDays(-random.Next(2_000))),
                ["updated_at"] = Instant(DateTimeOffset.UnixEpoch + (slot * Slot)),
            };
            if (account.Fault == SandboxFault.OptionalFieldMissing)
            {
                employee.Remove("phone");
            }
            else if (account.Fault == SandboxFault.RequiredFieldMissing)
            {
                employee.Remove("email");
            }

            yield return employee;
        }
    }

    /// <summary>The departments.</summary>
    public static IEnumerable<JsonObject> DepartmentsOf(SandboxAccount account, DateTimeOffset now) =>
        Departments.Select((name, index) => new JsonObject { ["id"] = Id("d", index), ["name"] = name, ["updated_at"] = Instant(Founded) });

    /// <summary>The absences.</summary>
    public static IEnumerable<JsonObject> AbsencesOf(SandboxAccount account, DateTimeOffset now)
    {
        var random = new Random(account.Seed);
        for (var index = 0; index < Employees * 3 / 2; index++)
        {
            yield return new JsonObject
            {
                ["id"] = Id("a", index),
                ["employee_id"] = Id("e", random.Next(Employees)),
                ["kind"] = random.Next(4) == 0 ? "sick" : "holiday",
                ["starts_on"] = Day(Founded.AddDays(random.Next(330))),
                ["days"] = random.Next(1, 15),
                ["updated_at"] = Instant(Founded),
            };
        }
    }

    // The last quarter of an hour, counted from the epoch, in which it was the employee's turn.
    private static int LastTurn(int employee, DateTimeOffset now)
    {
        var current = (int)((now - DateTimeOffset.UnixEpoch) / Slot);
        return current - ((current - (employee * Stride)) % Employees);
    }

    private static string Id(string kind, int index) => string.Create(CultureInfo.InvariantCulture, $"{kind}-{index + 1}");

    private static string Day(DateTimeOffset at) => at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Instant(DateTimeOffset at) => at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
