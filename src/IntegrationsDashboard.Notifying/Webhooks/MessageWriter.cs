using System.Globalization;
using System.Text.Json;
using IntegrationsDashboard.Notifying.Resources;
using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Recording;

namespace IntegrationsDashboard.Notifying.Webhooks;

/// <summary>
/// Writes messages to the outside as <c>{id, type, data}</c>, in the shapes that clients of unified APIs know. A changed state carries
/// more than they know: from which status to which, and the status as it is now with its reason and next steps.
/// </summary>
/// <param name="pages">Where messages lead.</param>
/// <param name="rules">The thresholds of the rules.</param>
/// <param name="time">The clock.</param>
public sealed class MessageWriter(PageAddresses pages, StatusRules rules, TimeProvider time)
{
    /// <summary>Writes what the outbox tells; null where what it is about has been erased since, or the type is not known.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="subject">What it is about.</param>
    public NewDelivery? Write(OutboxMessage message, MessageSubject subject)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(subject);
        return (message.Type, subject.Integration) switch
        {
            (MessageTypes.Created or MessageTypes.Deleted, { } integration) =>
                Write(message.Type, integration.Id, json => WriteLife(json, message, integration)),
            (MessageTypes.StateChanged, { } integration) => Write(message.Type, integration.Id, json => WriteState(json, message, integration)),
            (MessageTypes.SyncFinished, { } integration) when subject.Sync is { EndedAt: { } endedAt } sync =>
                Write(message.Type, integration.Id, json => WriteSync(json, integration, sync, endedAt)),
            (MessageTypes.FlowFailed, _) when subject.Flow is { } flow => Write(message.Type, null, json => WriteFlow(json, flow)),
            _ => null,
        };
    }

    /// <summary>Writes a message that says nothing but that it arrives.</summary>
    public NewDelivery WriteTest() => Write(MessageTypes.Test, null, json => WriteInstant(json, "sent_at", time.GetUtcNow()));

    /// <summary>Writes a text for people that says nothing but that it arrives, as incoming webhooks of Slack and its like take it.</summary>
    public static NewDelivery WriteChannelTest() => new(
        Secrets.NewMessageId(), MessageTypes.Test, null, JsonText.Of(json => json.WriteString("text", WebhookResources.ChannelTest)));

    private static void WriteLife(Utf8JsonWriter json, OutboxMessage message, Integration integration)
    {
        json.WriteString("id", integration.Id);
        json.WriteString("tool", integration.Tool);
        json.WriteString("category", Word(integration.Category));
        WriteEndUser(json, integration.EndUser);
        if (message.Type == MessageTypes.Deleted)
        {
            WriteInstant(json, "deleted_at", message.OccurredAt);
        }
    }

    private void WriteState(Utf8JsonWriter json, OutboxMessage message, Integration integration)
    {
        var now = StatusEvaluator.Evaluate(integration.Facts, time.GetUtcNow(), rules);
        WriteIntegration(json, integration);
        json.WriteString("qa_status", Word(now.Qa));
        json.WriteString("setup_status", Word(now.Setup));

        // The published states have no word for one that was deleted meanwhile.
        json.WriteString("state", Word(now.State == IntegrationState.NotFound ? IntegrationState.Inactive : now.State));
        WriteInstant(json, "updated_at", message.OccurredAt);
        json.WriteString("from", message.From);
        json.WriteString("to", message.To);
        json.WriteString("status", now.Status.Word());
        WriteInstant(json, "since", now.Since);
        json.WriteStartObject("reason");
        json.WriteString("code", JsonNamingPolicy.SnakeCaseLower.ConvertName(now.Reason.Code.ToString()));
        json.WriteString("message", now.Reason.Message);
        json.WriteEndObject();
        json.WriteStartArray("next_steps");
        foreach (var step in now.NextSteps)
        {
            json.WriteStartObject();
            json.WriteString("kind", JsonNamingPolicy.SnakeCaseLower.ConvertName(step.Kind.ToString()));
            json.WriteString("url", Address(pages.Step(integration.Id, step)));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteSync(Utf8JsonWriter json, Integration integration, Sync sync, DateTimeOffset endedAt)
    {
        json.WriteString("sync_id", sync.SyncId);
        json.WriteString("sync_state", Word(sync.State));
        WriteInstant(json, "sync_started_at", sync.StartedAt);
        WriteInstant(json, "sync_ended_at", endedAt);
        json.WriteNumber("sync_duration_seconds", (long)(endedAt - sync.StartedAt).TotalSeconds);
        WriteIntegration(json, integration);
        json.WriteString("log_url", Address(pages.Sync(integration.Id, sync.SyncId, sync.ExplainingEntry)));
    }

    private void WriteFlow(Utf8JsonWriter json, ConnectionFlow flow)
    {
        json.WriteString("integration_tool", flow.Tool);
        json.WriteString("integration_category", Word(flow.Category));
        WriteEndUser(json, new EndUser { OrganizationName = flow.OrganizationName, CreatorEmail = flow.EndUserEmail, OriginId = flow.OriginId });
        json.WriteString("log_url", Address(pages.Flow(flow.Id)));
    }

    private static void WriteIntegration(Utf8JsonWriter json, Integration integration)
    {
        json.WriteString("integration_id", integration.Id);
        json.WriteString("integration_tool", integration.Tool);
        json.WriteString("integration_category", Word(integration.Category));
        WriteEndUser(json, integration.EndUser);
    }

    private static void WriteEndUser(Utf8JsonWriter json, EndUser endUser)
    {
        json.WriteStartObject("end_user");
        json.WriteString("organization_name", endUser.OrganizationName);
        json.WriteString("creator_email", endUser.CreatorEmail);
        json.WriteString("origin_id", endUser.OriginId);
        json.WriteEndObject();
    }

    // As in the API's answers: a Z, and a fraction of a second only where there is one.
    private static void WriteInstant(Utf8JsonWriter json, string name, DateTimeOffset at) =>
        json.WriteString(name, at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture));

    private static NewDelivery Write(string type, string? integrationId, Action<Utf8JsonWriter> writeData)
    {
        var id = Secrets.NewMessageId();
        var text = JsonText.Of(json =>
        {
            json.WriteString("id", id);
            json.WriteString("type", type);
            json.WriteStartObject("data");
            writeData(json);
            json.WriteEndObject();
        });
        return new NewDelivery(id, type, integrationId, text);
    }

    private static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseUpper.ConvertName(value.ToString());

    private string Address(string path) => $"{pages.Origin()}{path}";
}
