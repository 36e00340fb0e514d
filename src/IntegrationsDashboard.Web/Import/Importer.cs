using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Queries;

namespace IntegrationsDashboard.Web.Import;

/// <summary>
/// Brings the history in a file into one environment: some thousand lines a transaction, and with each how far it has come. So an
/// import that was broken off, by whatever, goes on exactly where it stopped. All reports may come twice, so that starting over
/// changes nothing either.
/// </summary>
internal sealed class Importer(Ledger ledger, ImportQueries imports, TimeProvider time)
{
    /// <summary>How many lines a transaction has.</summary>
    public int BatchLines { get; init; } = 2_000;

    /// <summary>Imports the file, or what is left of it.</summary>
    /// <param name="path">The file; refused lines are listed in the one beside it that has <c>.refused</c> at the end of its name.</param>
    /// <param name="scope">One environment.</param>
    /// <param name="again">Whether to start over, whatever was imported before.</param>
    /// <param name="refused">Hears of every line that is not taken.</param>
    /// <param name="written">Hears of every transaction.</param>
    /// <param name="ct">Calls it off between two transactions.</param>
    /// <exception cref="IOException">The file cannot be read, or that of the refused lines not be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The same.</exception>
    public async Task<ImportResult> RunAsync(
        string path, WorkspaceScope scope, bool again, Action<ImportRefusal> refused, Action<ImportState> written, CancellationToken ct)
    {
        var environmentId = scope.EnvironmentId ?? throw new ArgumentException("A file goes into one environment.", nameof(scope));
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0, FileOptions.SequentialScan);
        var known = ImportBeginning.Find(stream, environmentId, await imports.ListAsync(ct));
        var (id, offset, whole) = known is null ? (null, 0, 0) : again ? (known.Id, 0, 0) : (known.Id, known.Offset, known.Lines);
        using var list = new RefusedLines($"{path}.refused", whole);
        using var reader = ImportBeginning.ReadFrom(stream, environmentId, offset);
        var resumedAfter = whole;
        var lines = whole;
        for (var batch = NewBatch(reader); batch.Read(lines + 1); batch = NewBatch(reader))
        {
            ct.ThrowIfCancellationRequested();
            whole += batch.WholeLines;
            lines += batch.Lines;
            var refusals = await ledger.WriteAsync(
                async session =>
                {
                    var refusals = await batch.WriteAsync(session, scope, ct);
                    var progress = await session.ImportProgressAsync(reader.Hash, ct);
                    (progress.Offset, progress.Lines, progress.At) = (reader.Position, whole, session.Now);
                    if (id is not null && id != progress.Id)
                    {
                        await session.ForgetImportAsync(id, ct);
                    }

                    list.Add(refusals);
                    return refusals;
                },
                tellsOutside: false,
                ct: ct);
            id = reader.Hash;
            foreach (var refusal in refusals)
            {
                refused(refusal);
            }

            written(new ImportState(reader.Position, lines, list.Count));
        }

        return new ImportResult(resumedAfter, lines, list.Count);
    }

    private ImportBatch NewBatch(LineReader reader) => new(reader, BatchLines, time.GetUtcNow());
}
