using IntegrationsDashboard.Store.Model;

namespace IntegrationsDashboard.Store.Recording;

/// <summary>One log entry as it is reported, with its bodies.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="RequestBody">The request's body.</param>
/// <param name="ResponseBody">The response's body.</param>
public sealed record LogReport(LogEntry Entry, string? RequestBody = null, string? ResponseBody = null);
