using Humanizer;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Store.Recording;
using IntegrationsDashboard.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace IntegrationsDashboard.Web.Components.Settings;

/// <summary>How often an integration is synced.</summary>
public sealed partial class ScheduleSection
{
    // In hours: a quarter of one, and seven days.
    private const decimal Least = 0.25m;
    private const decimal Most = 168m;

    private (TimeSpan Full, TimeSpan? Delta) _shown;
    private decimal? _full;
    private decimal? _delta;
    private bool _busy;
    private string? _done;

    /// <summary>How it is synced from here.</summary>
    [Parameter, EditorRequired]
    public ConnectionView Connection { get; set; } = null!;

    [Inject]
    private Ledger Ledger { get; set; } = null!;

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        // What is being typed outlives every change but one of the schedule itself.
        if (_shown != (Connection.FullEvery, Connection.DeltaEvery))
        {
            Show(Connection.FullEvery, Connection.DeltaEvery);
        }
    }

    private async Task SaveAsync()
    {
        if (!IsAllowed(_full) || (Connection.DeltaEvery is not null && !IsAllowed(_delta)))
        {
            _done = Words["LimitsOff"];
            return;
        }

        var (full, delta) = _shown;
        if (await SetAsync(TimeSpan.FromHours((double)_full!), Connection.DeltaEvery is null ? null : TimeSpan.FromHours((double)_delta!)))
        {
            Snackbar.Add(_done!, Severity.Normal, options =>
            {
                options.Action = Words["Undo"];
                options.ActionColor = Color.Primary;
                options.OnClick = async _ =>
                {
                    await SetAsync(full, delta);
                    await InvokeAsync(StateHasChanged);
                };
            });
        }
    }

    private async Task<bool> SetAsync(TimeSpan full, TimeSpan? delta)
    {
        _busy = true;
        try
        {
            await Ledger.WriteAsync(session => session.SetScheduleAsync(Scope, Item.Id, full, delta));
        }
        catch (Exception exception) when (exception is RefusedReportException or UnknownIdException)
        {
            Snackbar.Add((exception as RefusedReportException)?.Problem ?? Text["Failed"], Severity.Error);
            return false;
        }
        catch (NotAllowedException)
        {
            Snackbar.Add(Layout["NotAllowedNow"], Severity.Warning);
            return false;
        }
        finally
        {
            _busy = false;
        }

        Show(full, delta);
        _done = delta is { } changes
            ? Words["SavedBoth", InWords(full), InWords(changes)]
            : Words["SavedFull", InWords(full)];
        return true;
    }

    private void Show(TimeSpan full, TimeSpan? delta)
    {
        _shown = (full, delta);
        _full = (decimal)full.TotalHours;
        _delta = (decimal?)delta?.TotalHours;
    }

    private static bool IsAllowed(decimal? hours) => hours is >= Least and <= Most;

    private static string InWords(TimeSpan every) => every.Humanize(3, maxUnit: TimeUnit.Hour, minUnit: TimeUnit.Minute);
}
