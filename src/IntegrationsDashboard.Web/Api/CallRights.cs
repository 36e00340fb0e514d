using IntegrationsDashboard.Store;

namespace IntegrationsDashboard.Web.Api;

/// <summary>What a key has to be allowed for a call.</summary>
/// <param name="Needed">All of these; none for a call that every key may make.</param>
internal sealed record CallRights(Rights Needed);
