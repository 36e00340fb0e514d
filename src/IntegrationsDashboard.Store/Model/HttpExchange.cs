namespace IntegrationsDashboard.Store.Model;

/// <summary>The HTTP request that a log entry is about.</summary>
/// <param name="Method">Such as GET.</param>
/// <param name="Url">The address.</param>
/// <param name="Status">The response's status code; null where none came.</param>
/// <param name="DurationMs">How long it took, in milliseconds.</param>
public sealed record HttpExchange(string Method, string Url, int? Status, int? DurationMs);
