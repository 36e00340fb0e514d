using System.Collections.Concurrent;
using IntegrationsDashboard.Store;

namespace IntegrationsDashboard.Web.Security;

/// <summary>Notes when API keys were used, to the minute, so that a busy program does not write with every call.</summary>
internal sealed class KeyUse(Ledger ledger, TimeProvider time)
{
    private static readonly TimeSpan Precision = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<int, DateTimeOffset> _noted = new();

    /// <summary>Notes that a key was used now, unless that was noted within the last minute.</summary>
    public async ValueTask NoteAsync(int keyId)
    {
        var now = time.GetUtcNow();
        var known = _noted.TryGetValue(keyId, out var last);
        if (known && now - last < Precision)
        {
            return;
        }

        // Of several calls at once, one writes.
        if (known ? _noted.TryUpdate(keyId, now, last) : _noted.TryAdd(keyId, now))
        {
            await ledger.WriteAsync(session => session.UseKeyAsync(keyId));
        }
    }
}
