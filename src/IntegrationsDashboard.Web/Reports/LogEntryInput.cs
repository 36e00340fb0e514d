using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Recording;

namespace IntegrationsDashboard.Web.Reports;

/// <summary>Reads one reported log entry.</summary>
internal static class LogEntryInput
{
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
