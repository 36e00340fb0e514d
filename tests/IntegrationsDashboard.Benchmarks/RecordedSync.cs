using IntegrationsDashboard.Store.Recording;

namespace IntegrationsDashboard.Benchmarks;

/// <summary>A sync to record.</summary>
/// <param name="Report">Its report.</param>
/// <param name="ChangesStatus">Whether the status of its integration changes with it.</param>
internal sealed record RecordedSync(SyncReport Report, bool ChangesStatus);
