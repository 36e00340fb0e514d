using IntegrationsDashboard.Status;

namespace IntegrationsDashboard.Store.Model;

/// <summary>How an operator explains error messages of a kind. Holds for all workspaces.</summary>
public sealed class ErrorPattern
{
    /// <summary>Its number; of several that fit, the one with the least explains the message.</summary>
    public int Id { get; init; }

    /// <summary>The regular expression that the message contains, in any case; without look-around and back-references.</summary>
    public required string Expression { get; set; }

    /// <summary>The only tool whose messages it explains; null for all.</summary>
    public string? Tool { get; set; }

    /// <summary>What there is to do.</summary>
    public required NextStepKind Step { get; set; }

    /// <summary>What it says, by language; English is always there. Named groups of the expression are put in where their name stands in braces.</summary>
    public required IReadOnlyDictionary<string, PatternText> Texts { get; set; }

    /// <summary>Whether it is used.</summary>
    public bool IsOn { get; set; } = true;

    /// <summary>When it was made (UTC).</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}
