using System.Globalization;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Queries;

namespace IntegrationsDashboard.Web.Components.Syncs;

/// <summary>What the viewer of a log shows, exactly as its address says it: a link shows what its sender saw.</summary>
public sealed record LogState
{
    /// <summary>What is searched for; null for nothing.</summary>
    public string? Text { get; init; }

    /// <summary>Whether entries without it stay, and it is marked in the others.</summary>
    public bool Highlights { get; init; }

    /// <summary>Entries of this level and above.</summary>
    public LogEntryLevel Level { get; init; }

    /// <summary>Whether entries that repeat each other are one row.</summary>
    public bool Folds { get; init; } = true;

    /// <summary>Whether requests are shown within the time of the sync, rather than all entries.</summary>
    public bool ShowsRequests { get; init; }

    /// <summary>The sequence number of the entry that is open.</summary>
    public int? Entry { get; init; }

    /// <summary>Which entries are shown.</summary>
    public LogFilter Filter => new(Level, Highlights ? null : Text, ShowsRequests);

    /// <summary>Which of them are hits; null where nothing is to be marked.</summary>
    public LogFilter? Hits => Highlights && Text is not null ? Filter with { Text = Text } : null;

    /// <summary>Reads the parameters of an address; what makes no sense counts as not given.</summary>
    public static LogState Parse(string? text, string? search, string? level, string? repeats, string? view, int? entry) => new()
    {
        Text = string.IsNullOrWhiteSpace(text) ? null : text,
        Highlights = search == "highlight",
        Level = Enum.TryParse<LogEntryLevel>(level, true, out var known) && Enum.IsDefined(known) ? known : LogEntryLevel.Debug,
        Folds = repeats != "all",
        ShowsRequests = view == "requests",
        Entry = entry,
    };

    /// <summary>The address of a sync's page that shows this.</summary>
    public string Address(string integrationId, string syncId)
    {
        var parameters = new List<string>();
        Add("q", Text);
        Add("search", Highlights ? "highlight" : null);
        Add("level", Level == LogEntryLevel.Debug ? null : Level.ToString().ToLowerInvariant());
        Add("repeats", Folds ? null : "all");
        Add("view", ShowsRequests ? "requests" : null);
        Add("entry", Entry?.ToString(CultureInfo.InvariantCulture));
        var page = Links.Sync(integrationId, syncId);
        return parameters.Count == 0 ? page : $"{page}?{string.Join('&', parameters)}";

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                parameters.Add($"{name}={Uri.EscapeDataString(value)}");
            }
        }
    }
}
