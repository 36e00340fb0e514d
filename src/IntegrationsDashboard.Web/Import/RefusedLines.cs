using System.Globalization;

namespace IntegrationsDashboard.Web.Import;

/// <summary>
/// The file beside an imported one that lists its refused lines with their reasons, one a line. It is written before the batch that
/// it belongs to, so that it never misses any; what it has too much after a break is dropped when the import goes on.
/// </summary>
internal sealed class RefusedLines : IDisposable
{
    private readonly string _path;
    private StreamWriter? _writer;

    /// <param name="path">The file; it comes into being with the first refused line.</param>
    /// <param name="taken">How many lines of the imported file were dealt with before; 0 begins anew.</param>
    public RefusedLines(string path, long taken)
    {
        _path = path;
        if (!File.Exists(path))
        {
            return;
        }

        var kept = File.ReadLines(path).Where(line => NumberOf(line) <= taken).ToArray();
        if (kept.Length == 0)
        {
            File.Delete(path);
        }
        else
        {
            File.WriteAllLines(path, kept);
        }

        Count = kept.Length;
    }

    /// <summary>How many lines are listed.</summary>
    public long Count { get; private set; }

    public void Add(IReadOnlyCollection<ImportRefusal> refusals)
    {
        if (refusals.Count == 0)
        {
            return;
        }

        _writer ??= File.AppendText(_path);
        foreach (var refusal in refusals)
        {
            _writer.WriteLine(refusal);
        }

        _writer.Flush();
        Count += refusals.Count;
    }

    public void Dispose() => _writer?.Dispose();

    // "line 17: …"
    private static long NumberOf(string line) =>
        line.IndexOf(':', StringComparison.Ordinal) is var colon and > 5
        && long.TryParse(line.AsSpan(5, colon - 5), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : long.MaxValue;
}
