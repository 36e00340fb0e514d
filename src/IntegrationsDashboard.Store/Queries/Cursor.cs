using System.Buffers.Text;
using System.Text;

namespace IntegrationsDashboard.Store.Queries;

/// <summary>A place in a sorted list: the key of the row next to it. Opaque outside.</summary>
/// <param name="Key">The row's sort key, as text.</param>
/// <param name="Id">The row's id, which parts equal keys.</param>
public readonly record struct Cursor(string Key, string Id)
{
    /// <summary>The cursor as it stands in an address.</summary>
    public override string ToString() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{Key}\u0000{Id}"));

    /// <summary>Reads what <see cref="ToString"/> wrote; null where it is something else.</summary>
    public static Cursor? Parse(string? text)
    {
        if (string.IsNullOrEmpty(text) || !Base64Url.IsValid(text))
        {
            return null;
        }

        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split('\u0000');
        return parts is [var key, var id] ? new Cursor(key, id) : null;
    }
}
