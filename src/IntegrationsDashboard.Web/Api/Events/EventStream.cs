using System.Globalization;
using System.Text.Json;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Web.Api.Integrations;
using IntegrationsDashboard.Web.Catalogue;
using IntegrationsDashboard.Web.Reports;
using IntegrationsDashboard.Web.Security;

namespace IntegrationsDashboard.Web.Api.Events;

/// <summary>
/// Tells a program of changes of status while they happen, as server-sent events. The messages to the outside are what is told, and
/// their numbers the ids of the events; the feed only says when to look. The framework's own result knows no comments, and a
/// heartbeat is one, so the few lines of the format are written here.
/// </summary>
internal sealed class EventStream(
    OutboxQueries outbox,
    ChangeFeed feed,
    KeyWatch keys,
    StatusDescriber statuses,
    TimeProvider time,
    IHostApplicationLifetime lifetime)
{
    /// <summary>How often a silent stream shows that it lives, and looks whether its key does.</summary>
    public static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    private const int BatchSize = 100;

    /// <summary>Tells of changes until the client or the program goes, or the key is no longer good.</summary>
    /// <param name="context">The request.</param>
    /// <param name="caller">Whose changes.</param>
    /// <param name="after">The event after which to go on; null for what happens from now on.</param>
    public async Task RunAsync(HttpContext context, ApiCaller caller, long? after)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        try
        {
            await TellAsync(context, caller, after, stop.Token);
        }
        catch (OperationCanceledException) when (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            // The answer ends in good order; the client goes on with the program that is started next.
        }
    }

    private async Task TellAsync(HttpContext context, ApiCaller caller, long? after, CancellationToken ct)
    {
        // Listens before it looks, so that nothing falls between.
        using var signals = new EventSignals(feed, caller.Scope.WorkspaceId, time, Heartbeat);
        var last = await outbox.LastAsync(ct);
        var position = Math.Min(after ?? last, last);

        // The id comes first, so that a client that loses its connection before the first event misses none either.
        await WriteAsync(context, Invariant($"retry: 3000\nid: {position}\n\n"), ct);
        while (true)
        {
            while (position < last)
            {
                if (!await keys.StillOpensAsync(context.Request, caller, ct))
                {
                    return;
                }

                var batch = await outbox.StateChangesAsync(caller.Scope, position, last, BatchSize, ct);
                position = batch.Count < BatchSize ? last : batch[^1].Message.Id;
                await WriteAsync(context, string.Concat(batch.Select(change => Text(change, context.Request))), ct);
            }

            if (signals.TakeHeartbeat())
            {
                if (!await keys.StillOpensAsync(context.Request, caller, ct))
                {
                    return;
                }

                await WriteAsync(context, Invariant($": heartbeat\nid: {position}\n\n"), ct);
            }

            await signals.WaitAsync(ct);
            last = await outbox.LastAsync(ct);
        }
    }

    private string Text(StateChanged change, HttpRequest request)
    {
        var (message, integration) = change;
        var data = new StateChangedData
        {
            IntegrationId = integration.Id,
            Tool = new ToolNameData(integration.Tool, ToolCatalogue.Label(integration.Tool)),
            Category = Words<Category>.Of(integration.Category),
            EndUser = EndUserData.Of(integration.EndUser),
            From = message.From,
            To = message.To,
            SyncId = message.SyncId,
            OccurredAt = message.OccurredAt,
            Status = statuses.Describe(integration, request),
        };
        return Invariant($"id: {message.Id}\nevent: {message.Type}\ndata: {JsonSerializer.Serialize(data, ApiJson.Wire.StateChangedData)}\n\n");
    }

    private static async Task WriteAsync(HttpContext context, string text, CancellationToken ct)
    {
        if (text.Length > 0)
        {
            await context.Response.WriteAsync(text, ct);
            await context.Response.Body.FlushAsync(ct);
        }
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
