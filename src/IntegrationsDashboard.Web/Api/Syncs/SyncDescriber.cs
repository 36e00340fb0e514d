using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Web.Api.Integrations;
using IntegrationsDashboard.Web.Reports;

namespace IntegrationsDashboard.Web.Api.Syncs;

/// <summary>Puts a sync into the shape of the API.</summary>
internal sealed class SyncDescriber(ExplanationDescriber explanations, PublicAddress address)
{
    public SyncData Describe(Sync sync, HttpRequest request) => new()
    {
        Id = sync.SyncId,
        IntegrationId = sync.IntegrationId,
        State = Words<SyncState>.Of(sync.State),
        Type = Words<SyncType>.Of(sync.Type),
        StartedAt = sync.StartedAt,
        EndedAt = sync.EndedAt,
        DurationMs = sync.EndedAt is { } ended ? (long)(ended - sync.StartedAt).TotalMilliseconds : null,
        Error = sync.Error is { } error ? new SyncErrorData(error) : null,
        Explanation = sync.EndedAt is null
            ? null
            : explanations.Describe(sync.IntegrationId, sync.ToReference().Message, new Evidence(sync.SyncId, sync.ExplainingEntry), request),
        Models = [.. sync.Models.Select(model => new SyncModelData(model.Name, model.Records, model.Added, model.Changed, model.Removed))],
        Log = new LogSummaryData(sync.LogCount, sync.WarningCount, sync.ErrorCount, sync.FirstWarning, sync.FirstError),
        LogUrl = address.Of(request, Links.Sync(sync.IntegrationId, sync.SyncId, sync.ExplainingEntry)),
    };
}
