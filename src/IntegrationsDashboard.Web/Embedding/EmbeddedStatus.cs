using IntegrationsDashboard.Status;
using IntegrationsDashboard.Web.Texts;

namespace IntegrationsDashboard.Web.Embedding;

/// <summary>
/// What the readers of somebody's own product are told of an integration. They are strangers here: no name of a person, no message of the
/// tool and no address is among it.
/// </summary>
public sealed record EmbeddedStatus
{
    /// <summary>The tool's name.</summary>
    public required string Tool { get; init; }

    /// <summary>Whose it is.</summary>
    public required string Organization { get; init; }

    /// <summary>The status.</summary>
    public required IntegrationStatus Status { get; init; }

    /// <summary>Since when (UTC).</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>Why, in a sentence.</summary>
    public required string Sentence { get; init; }

    /// <summary>What an error behind it means; null where there is none, or nothing is known of it.</summary>
    public required string? Explanation { get; init; }

    /// <summary>What the reader can do; null for nothing.</summary>
    public required string? ToDo { get; init; }

    /// <summary>When the last sync ended (UTC); null where none has.</summary>
    public required DateTimeOffset? LastSync { get; init; }

    /// <summary>Puts times into words.</summary>
    public required Moments Moments { get; init; }
}
