using IntegrationsDashboard.Store.Model;

namespace IntegrationsDashboard.Syncing.Tests.Connectors;

/// <summary>A line that a connector wrote.</summary>
public sealed record Line(LogEntryLevel Level, string Message, string? Model, HttpExchange? Http, string? Sent, string? Got);
