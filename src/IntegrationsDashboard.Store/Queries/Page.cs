namespace IntegrationsDashboard.Store.Queries;

/// <summary>Some consecutive rows of a sorted list.</summary>
/// <typeparam name="T">What a row is.</typeparam>
/// <param name="Items">The rows in order.</param>
/// <param name="Previous">Where the rows before these end; null where there are none.</param>
/// <param name="Next">Where the rows after these begin; null where there are none.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, Cursor? Previous, Cursor? Next);
