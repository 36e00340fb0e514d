using IntegrationsDashboard.Store.Model;

namespace IntegrationsDashboard.Store.Recording;

/// <summary>What a message to the outside is about, as it is now.</summary>
/// <param name="Integration">The integration; null for an attempt to connect one that never came to be.</param>
/// <param name="Sync">The sync, where it is about one that still is known.</param>
/// <param name="Flow">The attempt to connect, where it is about one that still is known.</param>
public sealed record MessageSubject(Integration? Integration, Sync? Sync = null, ConnectionFlow? Flow = null);
