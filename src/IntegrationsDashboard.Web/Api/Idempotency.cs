using System.Security.Cryptography;
using System.Text;
using IntegrationsDashboard.Store.Recording;
using IntegrationsDashboard.Web.Api.Description;
using IntegrationsDashboard.Web.Reports;
using Microsoft.OpenApi;

namespace IntegrationsDashboard.Web.Api;

/// <summary>
/// Lets a program send a call that makes something again, when it cannot know whether the first one arrived: with the same key in
/// the header <c>Idempotency-Key</c> nothing is made twice within a day.
/// </summary>
/// <param name="Key">The key; null where the call carries none.</param>
/// <param name="Fingerprint">What the call is.</param>
internal sealed record Idempotency(string? Key, string Fingerprint)
{
    /// <summary>The header.</summary>
    public const string Header = "Idempotency-Key";

    private const int Longest = 255;
    private static readonly object BodyHash = new();

    /// <summary>How calls describe the header.</summary>
    public static OpenApiParameter Parameter => CallParameters.Header(
        Header,
        InputSchema.Line(
            "A key of your own choice, such as a UUID: the same call with the same key again, within a day, makes nothing new and answers with what the first one made.",
            Longest));

    /// <summary>Reads the header, once the body was read.</summary>
    /// <exception cref="InvalidInputException">The key cannot be right.</exception>
    public static Idempotency Of(HttpContext context)
    {
        var request = context.Request;
        if (!request.Headers.TryGetValue(Header, out var values))
        {
            return new Idempotency(null, "");
        }

        var key = values.ToString();
        if (values.Count != 1 || key.Length is 0 or > Longest || key.Any(letter => letter is < ' ' or > '~'))
        {
            throw InvalidInputException.With(Header, $"must be one key of 1 to {Longest} printable ASCII characters, such as a UUID");
        }

        var named = Encoding.UTF8.GetBytes($"{request.Method} {request.Path} {request.Headers[Syncs.PostForceSync.Header]}\n");
        var body = (byte[]?)context.Items[BodyHash] ?? [];
        return new Idempotency(key, Convert.ToHexString(SHA256.HashData([.. named, .. body])));
    }

    /// <summary>Keeps what the body was, where a key asks for it.</summary>
    public static void Note(HttpRequest request, ReadOnlySpan<byte> body)
    {
        if (request.Headers.ContainsKey(Header))
        {
            request.HttpContext.Items[BodyHash] = SHA256.HashData(body);
        }
    }

    /// <summary>Makes something once, see <see cref="LedgerSession.OnceAsync"/>.</summary>
    public Task<string> OnceAsync(LedgerSession session, ApiCaller caller, Func<Task<string>> make, CancellationToken ct) =>
        session.OnceAsync(caller.Scope, Key, Fingerprint, make, ct);
}
