using IntegrationsDashboard.Status.Explaining;
using IntegrationsDashboard.Store.Model;

namespace IntegrationsDashboard.Store.Queries;

/// <summary>Lines of a log that say the same but for numbers and ids.</summary>
/// <param name="Level">How much they matter.</param>
/// <param name="Shape">What they say, see <see cref="MessageShape"/>.</param>
/// <param name="Example">The first of them, as it stands in the log.</param>
/// <param name="Count">How many there are.</param>
/// <param name="First">The sequence number of the first.</param>
public sealed record MessageCount(LogEntryLevel Level, string Shape, string Example, int Count, int First);
