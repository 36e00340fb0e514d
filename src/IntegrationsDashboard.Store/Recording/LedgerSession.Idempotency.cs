using IntegrationsDashboard.Store.Model;
using Microsoft.EntityFrameworkCore;

namespace IntegrationsDashboard.Store.Recording;

public sealed partial class LedgerSession
{
    /// <summary>
    /// Does what an API call asks for once only: the same call with the same key again gives the id of what the first one made.
    /// </summary>
    /// <param name="scope">The caller's environment.</param>
    /// <param name="key">The idempotency key; null where the call carries none.</param>
    /// <param name="fingerprint">What the call is, see <see cref="IdempotentCall.Fingerprint"/>.</param>
    /// <param name="make">Makes it; returns its id.</param>
    /// <param name="ct">Calls it off.</param>
    /// <exception cref="RefusedReportException">The key belongs to another call.</exception>
    public async Task<string> OnceAsync(
        WorkspaceScope scope, string? key, string fingerprint, Func<Task<string>> make, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(make);
        if (key is null)
        {
            return await make();
        }

        var environmentId = scope.EnvironmentId ?? throw new ArgumentException("A program works in one environment.", nameof(scope));
        if (await _db.IdempotentCalls.AsNoTracking().FirstOrDefaultAsync(call => call.EnvironmentId == environmentId && call.Key == key, ct) is { } known)
        {
            return known.Fingerprint == fingerprint
                ? known.Result
                : throw new RefusedReportException("Idempotency-Key", "this key was used with another call within the last day; use a new one.");
        }

        var result = await make();
        _db.IdempotentCalls.Add(new IdempotentCall
        {
            EnvironmentId = environmentId,
            Key = key,
            Fingerprint = fingerprint,
            Result = result,
            At = Now,
        });
        return result;
    }

    /// <summary>Forgets calls made before <paramref name="until"/>, at most <paramref name="most"/>; returns how many it forgot.</summary>
    public Task<int> EraseIdempotentCallsAsync(DateTimeOffset until, int most, CancellationToken ct = default) =>
        _db.IdempotentCalls.Where(call => call.At <= until).OrderBy(call => call.At).Take(most).ExecuteDeleteAsync(ct);
}
