using IntegrationsDashboard.Status.Explaining;
using IntegrationsDashboard.Store.Model;
using Microsoft.EntityFrameworkCore;

namespace IntegrationsDashboard.Store.Queries;

/// <summary>What is asked about the operators' error patterns. They hold for all workspaces.</summary>
public sealed class ErrorPatternQueries : IDisposable
{
    private readonly IDbContextFactory<DashboardContext> _contexts;
    private readonly IDisposable _subscription;
    private IReadOnlyList<KnownPattern>? _known;
    private int _changes;

    /// <summary>Knows nothing yet, and asks the store at the first question.</summary>
    public ErrorPatternQueries(IDbContextFactory<DashboardContext> contexts, ChangeFeed feed)
    {
        ArgumentNullException.ThrowIfNull(feed);
        _contexts = contexts;
        _subscription = feed.SubscribeToPatterns(Forget);
    }

    /// <summary>All of them, those that come first first.</summary>
    public async Task<IReadOnlyList<ErrorPattern>> AllAsync(CancellationToken ct = default)
    {
        await using var db = await _contexts.CreateDbContextAsync(ct);
        return await db.ErrorPatterns.AsNoTracking().OrderBy(pattern => pattern.Id).ToListAsync(ct);
    }

    /// <summary>One of them; null where there is none of the number.</summary>
    public async Task<ErrorPattern?> FindAsync(int id, CancellationToken ct = default)
    {
        await using var db = await _contexts.CreateDbContextAsync(ct);
        return await db.ErrorPatterns.AsNoTracking().FirstOrDefaultAsync(pattern => pattern.Id == id, ct);
    }

    /// <summary>
    /// Those that are used, those that come first first. Read once and kept until one changes, so that explaining a message asks
    /// nothing of the store.
    /// </summary>
    public IReadOnlyList<KnownPattern> Known()
    {
        if (Volatile.Read(ref _known) is { } known)
        {
            return known;
        }

        var changes = Volatile.Read(ref _changes);
        using var db = _contexts.CreateDbContext();
        var read = new List<KnownPattern>();
        foreach (var pattern in db.ErrorPatterns.AsNoTracking().Where(pattern => pattern.IsOn).OrderBy(pattern => pattern.Id))
        {
            if (PatternExpression.TryRead(pattern.Expression, out _) is { } expression)
            {
                read.Add(new KnownPattern(pattern, expression));
            }
        }

        // What changed meanwhile may be missing here: that is for this answer only.
        if (changes == Volatile.Read(ref _changes))
        {
            Volatile.Write(ref _known, read);
        }

        return read;
    }

    /// <inheritdoc/>
    public void Dispose() => _subscription.Dispose();

    private void Forget()
    {
        Interlocked.Increment(ref _changes);
        Volatile.Write(ref _known, null);
    }
}
