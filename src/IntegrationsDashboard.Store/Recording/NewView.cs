namespace IntegrationsDashboard.Store.Recording;

/// <summary>What it takes to save a view of the list.</summary>
/// <param name="Name">Its name, 1 to 60 characters.</param>
/// <param name="Query">The query of the list's address, without the question mark; at most 2,000 characters.</param>
public sealed record NewView(string Name, string Query)
{
    /// <summary>How many characters a name has at the most.</summary>
    public const int MaxName = 60;

    /// <summary>How many characters a query has at the most.</summary>
    public const int MaxQuery = 2000;

    /// <summary>How many views a person has of a workspace at the most.</summary>
    public const int MostPerPerson = 50;

    /// <summary>Whether the list opens with it from now on.</summary>
    public bool IsDefault { get; init; }

    /// <summary>Whether it takes the place of the view that has the name; otherwise a name that is taken is refused.</summary>
    public bool Replaces { get; init; }
}
