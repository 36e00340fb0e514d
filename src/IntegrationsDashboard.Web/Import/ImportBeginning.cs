using System.Security.Cryptography;
using IntegrationsDashboard.Store.Model;

namespace IntegrationsDashboard.Web.Import;

/// <summary>
/// Finds out how much of a file was imported before. Each earlier import left the length of what it had taken and a hash over it
/// and its environment; the longest one that the file begins with counts. So it does not matter where the file lies, what it is
/// called, or that it has grown.
/// </summary>
internal static class ImportBeginning
{
    /// <summary>The longest known beginning of the file; null where it has none.</summary>
    public static ImportProgress? Find(Stream stream, int environmentId, IReadOnlyList<ImportProgress> known)
    {
        using var hash = NewHash(environmentId);
        ImportProgress? found = null;
        stream.Position = 0;
        foreach (var group in known.Where(progress => progress.Offset <= stream.Length).GroupBy(progress => progress.Offset).OrderBy(group => group.Key))
        {
            Append(hash, stream, group.Key - stream.Position);
            var id = Convert.ToHexString(hash.GetCurrentHash());
            found = group.FirstOrDefault(progress => progress.Id == id) ?? found;
        }

        return found;
    }

    /// <summary>A reader that begins at <paramref name="offset"/> with the hash over all before it.</summary>
    public static LineReader ReadFrom(Stream stream, int environmentId, long offset)
    {
        var hash = NewHash(environmentId);
        stream.Position = 0;
        Append(hash, stream, offset);
        return new LineReader(stream, hash, offset);
    }

    private static IncrementalHash NewHash(int environmentId)
    {
        var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(BitConverter.GetBytes(environmentId));
        return hash;
    }

    private static void Append(IncrementalHash hash, Stream stream, long length)
    {
        var buffer = new byte[1024 * 1024];
        while (length > 0)
        {
            var read = stream.Read(buffer, 0, (int)Math.Min(buffer.Length, length));
            if (read == 0)
            {
                throw new EndOfStreamException("The file became shorter while it was read.");
            }

            hash.AppendData(buffer, 0, read);
            length -= read;
        }
    }
}
