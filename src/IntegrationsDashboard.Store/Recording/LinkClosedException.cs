namespace IntegrationsDashboard.Store.Recording;

/// <summary>A link was used, revoked or has expired since it was opened; nothing was changed.</summary>
public sealed class LinkClosedException() : Exception("This link does not work any more.");
