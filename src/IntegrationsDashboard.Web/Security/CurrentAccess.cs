using Microsoft.AspNetCore.Components.Authorization;

namespace IntegrationsDashboard.Web.Security;

/// <summary>
/// What the viewer of a page may see and do, as long as the page is open. When their session ends or their rights change, this
/// ends, and the page with it: see <see cref="CircuitGuard"/>.
/// </summary>
public sealed class CurrentAccess(AccessControl control, AuthenticationStateProvider authentication)
{
    private Access? _access;
    private bool _isKnown;

    /// <summary>Fires once, when the page has to be asked for anew. May fire on any thread.</summary>
    public event Action? Ended;

    /// <summary>Whether nothing is to be shown or done any more.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>What the viewer may see; null where nobody is signed in.</summary>
    public async ValueTask<Access?> FindAsync()
    {
        if (HasEnded)
        {
            return null;
        }

        if (!_isKnown)
        {
            _access = await control.FindAsync((await authentication.GetAuthenticationStateAsync()).User);
            _isKnown = true;
        }

        return _access;
    }

    /// <summary>Asks again; ends where the answer differs from before in anything that matters.</summary>
    internal async Task CheckAsync()
    {
        var before = await FindAsync();
        if (before is null || HasEnded)
        {
            return;
        }

        var now = await control.FindAsync((await authentication.GetAuthenticationStateAsync()).User);
        if (now is null
            || now.Person.IsOperator != before.Person.IsOperator
            || !now.Person.Workspaces.Select(w => (w.Id, w.Rights)).SequenceEqual(before.Person.Workspaces.Select(w => (w.Id, w.Rights))))
        {
            HasEnded = true;
            Ended?.Invoke();
        }
    }
}
