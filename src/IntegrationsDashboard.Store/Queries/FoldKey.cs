using System.Buffers;
using IntegrationsDashboard.Store.Model;

namespace IntegrationsDashboard.Store.Queries;

/// <summary>
/// What two entries of a log have in common that say the same: level, model, HTTP status, and the message apart from what
/// differs each time, which is every word that has a digit in it and every id.
/// </summary>
public static class FoldKey
{
    private const ulong Basis = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    // Stands for what differs; no message has it.
    private const byte Anything = 1;

    // The shortest part of an id that may have no digit, as one in a UUID.
    private const int ShortestPart = 4;

    private static readonly SearchValues<byte> Digits = SearchValues.Create("0123456789"u8);
    private static readonly SearchValues<byte> HexLetters = SearchValues.Create("abcdefABCDEF"u8);

    // Letters, digits, and every byte of a letter that is not Latin.
    private static readonly SearchValues<byte> Word =
        SearchValues.Create([.. Enumerable.Range(0, 256).Select(b => (byte)b).Where(b => b >= 128 || char.IsAsciiLetterOrDigit((char)b))]);

    private static readonly SearchValues<byte> Joints = SearchValues.Create("-.,:"u8);

    /// <summary>The key of an entry; its texts are in UTF-8. Equal for entries that say the same, and for others all but never.</summary>
    public static ulong Of(LogEntryLevel level, int? status, ReadOnlySpan<byte> model, ReadOnlySpan<byte> message)
    {
        var key = Mix(Mix(Basis, (ulong)level), (ulong)(status ?? -1));
        foreach (var letter in model)
        {
            key = Mix(key, letter);
        }

        return Add(Mix(key, 0), message);
    }

    // Numbers and ids are one whole also where a joint parts them: 1,234.5 and 12:03:44 and 3f2a-beef.
    private static ulong Add(ulong key, ReadOnlySpan<byte> rest)
    {
        var joint = 0;
        var differs = false;
        while (!rest.IsEmpty)
        {
            var length = rest.IndexOfAnyExcept(Word);
            var word = length < 0 ? rest : rest[..length];
            if (word.IsEmpty)
            {
                var isJoint = differs && joint == 0 && Joints.Contains(rest[0]);
                key = isJoint ? key : Mix(Joined(key, ref joint), rest[0]);
                (joint, differs) = isJoint ? (rest[0], true) : (0, false);
                rest = rest[1..];
                continue;
            }

            if (word.ContainsAny(Digits) || (joint == '-' && word.Length >= ShortestPart && !word.ContainsAnyExcept(HexLetters)))
            {
                key = differs ? key : Mix(key, Anything);
                (joint, differs) = (0, true);
            }
            else
            {
                key = Joined(key, ref joint);
                differs = false;
                foreach (var letter in word)
                {
                    key = Mix(key, letter);
                }
            }

            rest = rest[word.Length..];
        }

        return Joined(key, ref joint);
    }

    // A joint with nothing to join was a mark like any other.
    private static ulong Joined(ulong key, ref int joint)
    {
        key = joint == 0 ? key : Mix(key, (ulong)joint);
        joint = 0;
        return key;
    }

    private static ulong Mix(ulong key, ulong value) => unchecked((key ^ value) * Prime);
}
