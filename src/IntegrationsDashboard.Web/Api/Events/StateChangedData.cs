using IntegrationsDashboard.Web.Api.Integrations;

namespace IntegrationsDashboard.Web.Api.Events;

/// <summary>A change of an integration's status, as the stream of events tells it.</summary>
internal sealed record StateChangedData
{
    public required string IntegrationId { get; init; }

    public required ToolNameData Tool { get; init; }

    /// <summary>HRIS, ATS, ASSESSMENT or LMS.</summary>
    public required string Category { get; init; }

    public required EndUserData EndUser { get; init; }

    /// <summary>The status's word before.</summary>
    public required string? From { get; init; }

    /// <summary>The status's word after.</summary>
    public required string? To { get; init; }

    /// <summary>The sync that caused it.</summary>
    public required string? SyncId { get; init; }

    /// <summary>When the dashboard learnt of it (UTC).</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>The status when the event was sent; where more has changed since, it is ahead of <see cref="To"/>.</summary>
    public required StatusData Status { get; init; }
}
