namespace IntegrationsDashboard.Syncing.Tests.Faulty;

/// <summary>An employee as a <see cref="FaultyTool"/> keeps one.</summary>
public sealed record Employee(string Id, string FirstName, string LastName, string Email, string Department, string Location)
{
    /// <summary>When it last changed; deltas look at it.</summary>
    public DateTimeOffset UpdatedAt { get; init; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Whether it was removed: only deltas tell of it then.</summary>
    public bool IsRemoved { get; init; }

    /// <summary>Employee number <paramref name="number"/>, made up.</summary>
    public static Employee Sample(int number) => new(
        $"e{number}",
        $"First{number}",
        $"Last{number}",
        $"e{number}@example.com",
        number % 2 == 0 ? "Sales" : "Engineering",
        number % 3 == 0 ? "Berlin" : "Lyon");
}
