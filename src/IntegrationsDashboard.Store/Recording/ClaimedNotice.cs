using IntegrationsDashboard.Store.Model;

namespace IntegrationsDashboard.Store.Recording;

/// <summary>A notice that a process tells.</summary>
/// <param name="Notice">The notice.</param>
/// <param name="Integration">The integration as it is now.</param>
/// <param name="Note">What the operator wrote to the customer, where quality assurance was resolved with a word.</param>
/// <param name="HasCredentialsHere">Whether its credentials are kept here, so that a link can ask for new ones.</param>
public sealed record ClaimedNotice(Notice Notice, Integration Integration, string? Note, bool HasCredentialsHere);
