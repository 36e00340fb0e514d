namespace IntegrationsDashboard.Web.Components.Syncs;

/// <summary>
/// Tells addresses that somebody has followed from those that the viewer itself led to: these come back only after a while, when
/// somebody may have typed on, and say nothing new.
/// </summary>
/// <param name="first">What the address said at first.</param>
public sealed class LogAddresses(LogState first)
{
    private readonly List<LogState> _own = [];
    private LogState _given = first;

    /// <summary>Whether what the address says now is for the viewer to follow.</summary>
    public bool Leads(LogState state)
    {
        if (state == _given)
        {
            return false;
        }

        _given = state;
        var mine = _own.IndexOf(state);
        _own.RemoveRange(0, mine + 1);
        return mine < 0;
    }

    /// <summary>Whether the address is to say this; it does not yet.</summary>
    public bool Tells(LogState state)
    {
        if (state == (_own.Count > 0 ? _own[^1] : _given))
        {
            return false;
        }

        _own.Add(state);
        return true;
    }
}
