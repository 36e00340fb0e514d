using System.Globalization;
using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Recording;

namespace IntegrationsDashboard.Web.Demonstration;

/// <summary>Tells what a sync did, request by request.</summary>
internal sealed class DemonstrationStory
{
    private const int MostPages = 8;
    private const int LongPageSize = 50;
    private static readonly int[] PageSizes = [10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 20_000, 50_000];

    private readonly DemonstrationSync _sync;
    private readonly DemonstrationTool _tool;
    private readonly DemonstrationLog _log = new();
    private readonly DemonstrationMishap _mishap;
    private readonly Random _random;

    public DemonstrationStory(DemonstrationSync sync)
    {
        _sync = sync;
        _tool = sync.Tool;
        _random = new Random(sync.Seed);
        _mishap = new DemonstrationMishap(_log, sync, _random);
    }

    private bool IsFull => _sync.Report.Type == SyncType.Full;

    private string Kind => IsFull ? "Full" : "Delta";

    /// <summary>The entries.</summary>
    public IReadOnlyList<LogReport> Tell()
    {
        if (_sync.Detail == LogDetail.Brief)
        {
            TellBriefly();
        }
        else
        {
            TellInFull();
        }

        if (_sync.Report.State == SyncState.Running)
        {
            _log.CutAt(0.6);
        }

        return _log.Spread(_sync.Report.StartedAt, _sync.LogUntil);
    }

    private void TellBriefly()
    {
        _log.Add(LogEntryLevel.Info, $"{Kind} sync started.");
        if (_sync.Problem is not { IsBeforeSignIn: true })
        {
            _log.Add(LogEntryLevel.Info, $"Signed in to {_tool.Label}.", weight: 400);
        }

        if (_sync.Problem is { } problem)
        {
            _log.Add(problem.GoesOn ? LogEntryLevel.Warning : LogEntryLevel.Error, problem.Message, _mishap.ModelName, 900);
            _log.Add(LogEntryLevel.Info, "Kept the records of the last sync where new ones are missing.");
        }
        else
        {
            _log.Add(LogEntryLevel.Info, $"{Records(_sync.Report.Models.Sum(model => model.Records))} read.", weight: 900);
        }

        End();
    }

    private void TellInFull()
    {
        Begin();
        if (!SignIn())
        {
            Stop(0);
            return;
        }

        for (var index = 0; index < _tool.Models.Count; index++)
        {
            if (!Read(index))
            {
                Stop(index + 1);
                return;
            }
        }

        _log.Add(LogEntryLevel.Debug, "Saved where the next delta sync begins.");
        End();
    }

    private void Begin()
    {
        _log.Add(LogEntryLevel.Info, $"{Kind} sync started.");
        _log.Add(LogEntryLevel.Debug, $"Connector {_tool.Id} 4.{_tool.Id.Length}.2 on worker {_random.Next(1, 9)}.");
        _log.Add(LogEntryLevel.Debug, $"Filters loaded: {_tool.Models.Count} models to read.");
        _log.Add(LogEntryLevel.Debug, IsFull ? "Everything is read again." : "Only what changed since the last sync is read.");
        _log.Add(LogEntryLevel.Debug, "Credentials opened: [redacted].");
        _log.Add(LogEntryLevel.Info, $"Connecting to {_tool.Host}.", weight: 60);
    }

    private bool SignIn()
    {
        if (_sync.Problem is { IsBeforeSignIn: true })
        {
            _mishap.RefuseConnection();
            return false;
        }

        _log.Request(
            LogEntryLevel.Debug,
            "Asked for an access token.",
            null,
            "POST",
            _tool.Url("oauth/token"),
            200,
            _random.Next(180, 620),
            DemonstrationBodies.SignIn,
            DemonstrationBodies.SignedIn);
        _log.Request(
            LogEntryLevel.Debug, "Asked who the connector is signed in as.", null, "GET", _tool.Url("me"), 200, _random.Next(90, 260));
        _log.Add(LogEntryLevel.Info, $"Signed in to {_tool.Label}.");
        return true;
    }

    private bool Read(int index)
    {
        var model = _tool.Models[index];
        var problem = _sync.Problem?.Model == index ? _sync.Problem : null;
        var records = _sync.Report.Models.FirstOrDefault(m => m.Name == model.Name)?.Records ?? 0;
        _log.Add(LogEntryLevel.Info, $"Reading {model.Name}.", model.Name);
        _log.Add(LogEntryLevel.Debug, $"Fields asked for: id, {model.RequiredField}, {model.OptionalField} and 12 more.", model.Name);
        if (problem?.Kind == TroubleKind.Forbidden)
        {
            _mishap.Forbid(model);
            return true;
        }

        if (problem is { GoesOn: false })
        {
            _mishap.Break(model, ReadPart(model, records, problem) + 1);
            return false;
        }

        ReadPages(model, records, int.MaxValue, problem);
        var changed = IsFull ? Math.Min(records, _random.Next(0, 9)) : records;
        _log.Add(LogEntryLevel.Debug, $"Translated {Records(records)} of {model.Name} to the common model.", model.Name, 20);
        _log.Add(LogEntryLevel.Debug, $"Compared with the last sync: {changed} new or changed.", model.Name, 30);
        _log.Add(LogEntryLevel.Info, $"{model.Name}: {Records(records)} read.", model.Name);
        return true;
    }

    // What comes of a model before reading it breaks off; returns how many pages.
    private int ReadPart(DemonstrationModel model, long records, DemonstrationProblem problem)
    {
        var announced = IsFull ? problem.Records : records * 2;
        var pages = problem.Kind switch
        {
            TroubleKind.ServiceUnavailable => 0,
            TroubleKind.SchemaChanged => 1,
            _ => Pages(records, PageSize(announced)),
        };
        ReadPages(model, announced, pages, problem);
        return pages;
    }

    private void ReadPages(DemonstrationModel model, long records, int most, DemonstrationProblem? problem)
    {
        var size = PageSize(records);
        var pages = Pages(records, size);
        var only = IsFull ? "" : "&changed=true";
        for (var page = 1; page <= Math.Min(pages, most); page++)
        {
            var slow = problem?.Kind == TroubleKind.TimedOut ? 12 : 1;
            _log.Request(
                LogEntryLevel.Debug,
                $"Page {Number(page)} of {Number(pages)} of {model.Name}: {Records(Math.Min(size, records - ((page - 1) * size)))}.",
                model.Name,
                "GET",
                _tool.Url(string.Create(CultureInfo.InvariantCulture, $"{model.Path}?page={page}&per_page={size}{only}")),
                200,
                _random.Next(140, 900) * slow,
                null,
                page == 1 ? DemonstrationBodies.Page(model, records, _sync.Report.StartedAt, _random) : null);

            // About the middle, so that whoever opens the log at the first warning sees what came before and after.
            if (problem is { GoesOn: true } && page == (pages + 1) / 2)
            {
                _mishap.Warn(model);
            }
        }
    }

    private int PageSize(long records) =>
        _sync.Detail == LogDetail.Long ? LongPageSize : PageSizes.First(size => records <= size * MostPages);

    private static int Pages(long records, int size) => (int)Math.Max(1, (records + size - 1) / size);

    private void Stop(int from)
    {
        for (var index = from; index < _tool.Models.Count; index++)
        {
            _log.Add(LogEntryLevel.Info, $"Left out {_tool.Models[index].Name}.", _tool.Models[index].Name);
        }

        foreach (var model in _tool.Models)
        {
            _log.Add(LogEntryLevel.Debug, $"{model.Name}: the records of the last sync are kept.", model.Name);
        }

        _log.Add(LogEntryLevel.Debug, "The next sync begins where this one did.");
        End();
    }

    private void End()
    {
        if (_sync.Report.State == SyncState.Running)
        {
            return;
        }

        _log.Add(LogEntryLevel.Debug, "Released the worker.");
        _log.Add(LogEntryLevel.Info, _sync.Report.State switch
        {
            SyncState.Succeeded => $"{Kind} sync finished.",
            SyncState.PartiallyFailed => $"{Kind} sync finished with warnings.",
            SyncState.TimedOut => $"{Kind} sync ended at its time limit.",
            SyncState.AuthenticationFailed => $"{Kind} sync ended: the credentials were refused.",
            _ => $"{Kind} sync ended early.",
        });
    }

    private static string Records(long number) => number == 1 ? "1 record" : $"{Number(number)} records";

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
