using IntegrationsDashboard.Status;

namespace IntegrationsDashboard.Store;

/// <summary>The person or program on whose behalf something is read or written.</summary>
/// <param name="Actor">As histories name it.</param>
/// <param name="Rights">What it may do; the ledger refuses the rest.</param>
/// <param name="PersonId">The person, where it is one that signed in.</param>
/// <param name="ApiKeyId">The API key, where it is a program.</param>
/// <param name="Address">From which IP address, where that is known.</param>
public sealed record Initiator(Actor Actor, Rights Rights, Guid? PersonId = null, int? ApiKeyId = null, string? Address = null)
{
    /// <summary>Whether it may do all of that.</summary>
    public bool May(Rights rights) => (Rights & rights) == rights;
}
