namespace IntegrationsDashboard.Store.Recording;

/// <summary>Something was named that does not exist within the caller's scope, or not any more.</summary>
/// <param name="kind">What was looked for, such as <c>integration</c>.</param>
/// <param name="id">The id that named nothing.</param>
public sealed class UnknownIdException(string kind, string id) : Exception($"There is no {kind} with the id \"{id}\".")
{
    /// <summary>What was looked for.</summary>
    public string Kind { get; } = kind;

    /// <summary>The id that named nothing.</summary>
    public string Id { get; } = id;
}
