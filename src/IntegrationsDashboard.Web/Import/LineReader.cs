using System.Security.Cryptography;

namespace IntegrationsDashboard.Web.Import;

/// <summary>
/// Reads a stream line by line, and keeps a hash over all whole lines read so far: it tells whether another file begins with the
/// same lines. A last line that nothing ends is read, but not counted as read: it may still be growing.
/// </summary>
internal sealed class LineReader : IDisposable
{
    /// <summary>The most bytes that a line may have.</summary>
    public const int Most = 1024 * 1024;

    private readonly Stream _stream;
    private readonly IncrementalHash _hash;
    private readonly byte[] _buffer = new byte[Most + 64 * 1024];
    private int _start;
    private int _end;
    private bool _atEnd;

    // Where the line began that turned out too long, and the hash there.
    private (long Position, string Hash) _before;
    private string? _hashAtEnd;

    /// <param name="stream">The stream, at the beginning of a line.</param>
    /// <param name="hash">A hash over all before that; the reader goes on with it and owns it.</param>
    /// <param name="position">How many bytes those were.</param>
    public LineReader(Stream stream, IncrementalHash hash, long position) => (_stream, _hash, Position) = (stream, hash, position);

    /// <summary>How many bytes the whole lines read so far have.</summary>
    public long Position { get; private set; }

    /// <summary>The line that was read, without what ends it; valid until the next is read. Empty where it was too long.</summary>
    public ReadOnlyMemory<byte> Line { get; private set; }

    /// <summary>Whether the line had more than <see cref="Most"/> bytes.</summary>
    public bool IsTooLong { get; private set; }

    /// <summary>Whether the line was ended by a line feed.</summary>
    public bool IsWhole { get; private set; }

    /// <summary>The hash over all up to <see cref="Position"/>.</summary>
    public string Hash => _hashAtEnd ?? Convert.ToHexString(_hash.GetCurrentHash());

    /// <summary>Reads the next line; false at the end.</summary>
    public bool Read()
    {
        IsTooLong = false;
        var searched = 0;
        while (true)
        {
            var feed = _buffer.AsSpan(_start + searched, _end - _start - searched).IndexOf((byte)'\n');
            if (feed >= 0)
            {
                var length = searched + feed;
                Take(length);
                Skip(length + 1);
                IsWhole = true;
                return true;
            }

            searched = _end - _start;
            if (searched > Most)
            {
                // What belongs to a line that is too long anyway need not be kept.
                _before = IsTooLong ? _before : (Position, Hash);
                IsTooLong = true;
                Skip(searched);
                searched = 0;
            }

            if (_atEnd)
            {
                if (IsTooLong)
                {
                    (Position, _hashAtEnd) = _before;
                }

                Take(searched);
                _start = _end;
                IsWhole = false;
                return searched > 0 || IsTooLong;
            }

            Fill();
        }
    }

    public void Dispose() => _hash.Dispose();

    private void Take(int length)
    {
        IsTooLong |= length > Most;
        Line = IsTooLong ? default : _buffer.AsMemory(_start, length);
        if (Line.Span is [.., (byte)'\r'])
        {
            Line = Line[..^1];
        }
    }

    private void Skip(int length)
    {
        _hash.AppendData(_buffer, _start, length);
        Position += length;
        _start += length;
    }

    private void Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        var read = _stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        _atEnd = read == 0;
    }
}
