using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Recording;
using IntegrationsDashboard.Web.Api.Description;
using Microsoft.OpenApi;

namespace IntegrationsDashboard.Web.Reports;

/// <summary>Reads one reported log entry.</summary>
internal static class LogEntryInput
{
    /// <summary>What <see cref="Read"/> takes, for the API's document.</summary>
    public static OpenApiSchema Schema() => InputSchema.Object(
        null,
        InputSchema.Required("seq", InputSchema.Whole("Its number within the sync; entries are shown in its order.", 0, int.MaxValue)),
        InputSchema.Required("at", InputSchema.Instant("When it happened.")),
        InputSchema.Required("level", InputSchema.Word<LogEntryLevel>("How much it matters.")),
        InputSchema.Required("message", InputSchema.Text("What happened.", ReportLimits.LogMessage)),
        InputSchema.Optional("model", InputSchema.Line("The model that it is about.", ReportLimits.ModelName)),
        InputSchema.Optional("http", InputSchema.Object(
            "The request to the tool that it is about.",
            InputSchema.Required("method", InputSchema.Line("Its method.", ReportLimits.HttpMethod)),
            InputSchema.Required("url", InputSchema.Line("Its address.", ReportLimits.Url)),
            InputSchema.Optional("status", InputSchema.Whole("The HTTP status of the answer.", 100, 599)),
            InputSchema.Optional("duration_ms", InputSchema.Whole("How long it took, in milliseconds.", 0, int.MaxValue)),
            InputSchema.Optional("request_body", InputSchema.Text("What was sent.", ReportLimits.Body, least: 0)),
            InputSchema.Optional("response_body", InputSchema.Text("What was answered.", ReportLimits.Body, least: 0)))));

    /// <summary>Reads the entry; null where something is wrong, which is then among the reader's problems.</summary>
    public static LogReport? Read(InputReader input)
    {
        var seq = input.Whole("seq", 0, int.MaxValue, required: true);
        var at = input.Instant("at", required: true);
        var level = input.Word<LogEntryLevel>("level", required: true);
        var message = input.Text("message", ReportLimits.LogMessage, required: true);
        var model = input.Line("model", ReportLimits.ModelName);
        var http = input.Object("http");
        var entry = new LogEntry
        {
            Seq = (int)(seq ?? 0),
            At = at ?? default,
            Level = level ?? default,
            Message = message ?? "",
            Model = model,
            HttpMethod = http?.Line("method", ReportLimits.HttpMethod, required: true),
            HttpUrl = http?.Line("url", ReportLimits.Url, required: true),
            HttpStatus = (int?)http?.Whole("status", 100, 599),
            HttpDurationMs = (int?)http?.Whole("duration_ms", 0, int.MaxValue),
        };
        var report = new LogReport(
            entry, http?.Text("request_body", ReportLimits.Body, least: 0), http?.Text("response_body", ReportLimits.Body, least: 0));
        return seq is null || at is null || level is null || message is null ? null : report;
    }
}
