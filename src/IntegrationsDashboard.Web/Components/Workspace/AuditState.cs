using System.Globalization;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Web.Texts;

namespace IntegrationsDashboard.Web.Components.Workspace;

/// <summary>What of the audit log is shown, exactly as its address says it.</summary>
public sealed record AuditState
{
    private const string Day = "yyyy-MM-dd";

    /// <summary>Words that all have to occur.</summary>
    public string? Text { get; init; }

    /// <summary>What was done; null for anything.</summary>
    public AuditAction? Action { get; init; }

    /// <summary>The first day, in the viewer's time zone.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day, in the viewer's time zone.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Whether it is about people and the whole dashboard instead of the workspace; for operators.</summary>
    public bool IsEverywhere { get; init; }

    /// <summary>Whether anything is left out.</summary>
    public bool IsFiltered => Text is not null || Action is not null || From is not null || Until is not null;

    /// <summary>The address of the page that shows this.</summary>
    public string Address => Links.Audit + Query;

    /// <summary>The address of the same as a file.</summary>
    public string File => AuditDownload.Path + Query;

    private string Query
    {
        get
        {
            var parameters = new List<string>();
            Add("q", Text);
            Add("action", Action?.ToString());
            Add("from", From?.ToString(Day, CultureInfo.InvariantCulture));
            Add("until", Until?.ToString(Day, CultureInfo.InvariantCulture));
            Add("about", IsEverywhere ? "dashboard" : null);
            return parameters.Count == 0 ? "" : $"?{string.Join('&', parameters)}";

            void Add(string name, string? value)
            {
                if (!string.IsNullOrEmpty(value))
                {
                    parameters.Add($"{name}={Uri.EscapeDataString(value)}");
                }
            }
        }
    }

    /// <summary>Reads the parameters of an address; what makes no sense counts as not given.</summary>
    public static AuditState Parse(string? text, string? action, string? from, string? until, string? about) => new()
    {
        Text = string.IsNullOrWhiteSpace(text) ? null : text,
        Action = Enum.TryParse<AuditAction>(action, true, out var known) && Enum.IsDefined(known) ? known : null,
        From = DayOf(from),
        Until = DayOf(until),
        IsEverywhere = about == "dashboard",
    };

    /// <summary>The same as the store asks it.</summary>
    public AuditFilter Filter(Moments moments)
    {
        ArgumentNullException.ThrowIfNull(moments);
        return new AuditFilter
        {
            Text = Text,
            Action = Action,
            From = From is { } from ? moments.StartOf(from) : null,
            Until = Until is { } until ? moments.StartOf(until.AddDays(1)) : null,
        };
    }

    // A day before the first and after the last still has to have a beginning in every zone.
    private static DateOnly? DayOf(string? text) =>
        DateOnly.TryParseExact(text, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1970 and < 9000 ? day : null;
}
