namespace IntegrationsDashboard.Store.Model;

/// <summary>One line of what a connection flow tried.</summary>
/// <param name="At">When (UTC).</param>
/// <param name="Level">How much it matters.</param>
/// <param name="Message">What it says.</param>
/// <param name="Http">The request it is about.</param>
public sealed record FlowEntry(DateTimeOffset At, LogEntryLevel Level, string Message, HttpExchange? Http = null);
