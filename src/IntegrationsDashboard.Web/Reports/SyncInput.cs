using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Recording;
using IntegrationsDashboard.Web.Api.Description;
using Microsoft.OpenApi;

namespace IntegrationsDashboard.Web.Reports;

/// <summary>Reads the report of a sync.</summary>
internal static class SyncInput
{
    /// <summary>Reads the report; null where something is wrong, which is then among the reader's problems.</summary>
    /// <param name="input">The report.</param>
    /// <param name="syncId">The sync's id, checked already; null where it was wrong.</param>
    /// <param name="type">How much the sync looks at; null where that was wrong.</param>
    public static SyncReport? Read(InputReader input, string? syncId, SyncType? type)
    {
        var integrationId = IntegrationInput.IdOf(input, "integration_id");
        var state = input.Word<SyncState>("state", required: true);
        var startedAt = input.Instant("started_at", required: true);
        var endedAt = input.Instant("ended_at", required: state?.IsFinal() == true);
        if (state == SyncState.Running && endedAt is not null)
        {
            input.Problem("ended_at", "must be left out while the state is RUNNING");
        }

        if (endedAt < startedAt)
        {
            input.Problem("ended_at", "lies before started_at");
        }

        var error = input.Object("error")?.Text("message", ReportLimits.ErrorMessage, required: true);
        var models = Models(input);
        return syncId is null || type is null || integrationId is null || state is null || startedAt is null
            ? null
            : new SyncReport
            {
                SyncId = syncId,
                IntegrationId = integrationId,
                State = state.Value,
                Type = type.Value,
                StartedAt = startedAt.Value,
                EndedAt = endedAt,
                Error = error,
                Models = models,
            };
    }

    /// <summary>What a report may hold, for the API's document.</summary>
    public static OpenApiSchema Schema() => InputSchema.Object(
        null,
        InputSchema.Required("integration_id", InputSchema.Line("The integration's id.", 65, pattern: ReportLimits.IntegrationIdPattern)),
        InputSchema.Required("state", InputSchema.Word<SyncState>("RUNNING, or how it ended. A cancelled sync never counts for the status.")),
        InputSchema.Required("type", InputSchema.Word<SyncType>("How much it looked at.")),
        InputSchema.Required("started_at", InputSchema.Instant("When it started.")),
        InputSchema.Optional("ended_at", InputSchema.Instant("When it ended; required unless it is RUNNING, and left out then.")),
        InputSchema.Optional("error", InputSchema.Object(
            "What went wrong.", InputSchema.Required("message", InputSchema.Text("In a sentence for people.", ReportLimits.ErrorMessage)))),
        InputSchema.Optional("models", InputSchema.List(
            "What it brought.",
            InputSchema.Object(
                null,
                InputSchema.Required("name", InputSchema.Line("The model.", ReportLimits.ModelName)),
                InputSchema.Required("records", InputSchema.Whole("How many records.", 0, ReportLimits.Records))),
            ReportLimits.Models)));

    private static SyncModel[] Models(InputReader input) =>
    [
        .. input.Objects("models", ReportLimits.Models).Select(model => new SyncModel(
            model.Line("name", ReportLimits.ModelName, required: true) ?? "",
            model.Whole("records", 0, ReportLimits.Records, required: true) ?? 0)),
    ];

    /// <summary>The id of a sync in a required field; null where there is none.</summary>
    public static string? IdOf(InputReader input, string field)
    {
        var id = input.Line(field, 100, required: true);
        if (id is null || ReportLimits.IsSyncId(id))
        {
            return id;
        }

        input.Problem(field, IdRule);
        return null;
    }

    public const string IdRule = "must be 1 to 100 letters, digits and characters out of . _ ~ : - (and not just . or ..)";
}
