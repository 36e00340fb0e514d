namespace IntegrationsDashboard.Web.Api.Syncs;

/// <summary>A log entry, in the shape in which it is reported.</summary>
internal sealed record LogEntryData
{
    /// <summary>Its sequence number within the sync.</summary>
    public required int Seq { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>DEBUG, INFO, WARNING or ERROR.</summary>
    public required string Level { get; init; }

    public required string Message { get; init; }

    /// <summary>The model it is about.</summary>
    public required string? Model { get; init; }

    /// <summary>The request it is about.</summary>
    public required LogHttpData? Http { get; init; }
}
