namespace IntegrationsDashboard.Syncing.Connectors;

/// <summary>A check or a sync cannot go on.</summary>
/// <param name="kind">Whose matter it is.</param>
/// <param name="message">What happened, in words for people, without secrets.</param>
/// <param name="model">The model it is about.</param>
/// <param name="inner">What caused it.</param>
public sealed class ConnectorException(ConnectorFailure kind, string message, string? model = null, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Whose matter it is.</summary>
    public ConnectorFailure Kind { get; } = kind;

    /// <summary>The model it is about.</summary>
    public string? Model { get; } = model;
}
