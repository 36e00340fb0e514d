using IntegrationsDashboard.Status;

namespace IntegrationsDashboard.Web.Demonstration;

/// <summary>One thing that the demonstration tells the ledger: an event, or a sync with its log.</summary>
/// <param name="Event">The event, where it is one.</param>
/// <param name="Sync">The sync, where it is one.</param>
internal sealed record DemonstrationStep(IntegrationEvent? Event, DemonstrationSync? Sync);
