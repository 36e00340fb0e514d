namespace IntegrationsDashboard.Store.Model;

/// <summary>What a person has made the list of integrations show, by a name of their own.</summary>
public sealed class SavedView
{
    /// <summary>Its number.</summary>
    public int Id { get; init; }

    /// <summary>Whose it is.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>The workspace whose list it shows.</summary>
    public required int WorkspaceId { get; init; }

    /// <summary>Its name, unique among the person's views of the workspace; at most 60 characters.</summary>
    public required string Name { get; set; }

    /// <summary>The query of the list's address, without the question mark; empty for the plain list.</summary>
    public required string Query { get; set; }

    /// <summary>Whether the list opens with it. One of a person's views of a workspace at the most.</summary>
    public bool IsDefault { get; set; }
}
