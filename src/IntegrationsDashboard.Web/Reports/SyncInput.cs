using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Recording;

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
