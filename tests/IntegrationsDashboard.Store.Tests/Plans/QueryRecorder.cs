using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace IntegrationsDashboard.Store.Tests.Plans;

/// <summary>Keeps every SELECT that is sent, also within a statement that writes what it finds.</summary>
internal sealed class QueryRecorder : DbCommandInterceptor
{
    private readonly ConcurrentQueue<SentQuery> _sent = new();

    /// <summary>What was sent since the last call.</summary>
    public List<SentQuery> Take()
    {
        List<SentQuery> taken = [];
        while (_sent.TryDequeue(out var query))
        {
            taken.Add(query);
        }

        return taken;
    }

    public override InterceptionResult<DbDataReader> ReaderExecuting(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Keep(command);
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Keep(command);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Keep(command);
        return ValueTask.FromResult(result);
    }

    private void Keep(DbCommand command)
    {
        if (command.CommandText.Contains("SELECT", StringComparison.Ordinal))
        {
            _sent.Enqueue(new SentQuery(
                command.CommandText,
                [.. command.Parameters.Cast<DbParameter>().Select(p => KeyValuePair.Create(p.ParameterName, p.Value))]));
        }
    }
}
