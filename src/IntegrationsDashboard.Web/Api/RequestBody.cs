using System.Text.Json;
using IntegrationsDashboard.Web.Reports;

namespace IntegrationsDashboard.Web.Api;

/// <summary>Reads the bodies of requests, whole but bounded.</summary>
internal static class RequestBody
{
    /// <summary>The most bytes that a body may have, that of log entries aside.</summary>
    public const int Most = 1024 * 1024;

    /// <summary>Reads a JSON object of at most <see cref="Most"/> bytes and hands it over field by field.</summary>
    /// <param name="request">The request.</param>
    /// <param name="now">The clock's time; later instants are refused.</param>
    /// <param name="read">Reads the fields. What it returns counts only where nothing was wrong.</param>
    /// <exception cref="InvalidInputException">Something was wrong with the body.</exception>
    /// <exception cref="ApiFailureException">The content type is another one, or the body is too large.</exception>
    public static async Task<T> ReadAsync<T>(HttpRequest request, DateTimeOffset now, Func<InputReader, T?> read)
        where T : class
    {
        if (!request.HasJsonContentType())
        {
            throw WrongType(request, "application/json");
        }

        using var json = JsonInput.Parse(await BytesAsync(request, Most), "body");
        var problems = new InputProblems();
        var result = read(new InputReader(json.RootElement, problems, now));
        problems.ThrowIfAny();
        return result ?? throw new InvalidOperationException("A reader returned nothing without saying why.");
    }

    /// <summary>Reads the body of a call that needs none: nothing, or an object that nobody looks into.</summary>
    /// <exception cref="InvalidInputException">It is something else.</exception>
    public static async Task SkipAsync(HttpRequest request)
    {
        var bytes = await BytesAsync(request, Most);
        if (!bytes.IsEmpty)
        {
            using var json = JsonInput.Parse(bytes, "body");
            if (json.RootElement.ValueKind != JsonValueKind.Object)
            {
                throw InvalidInputException.With("body", "must be empty or {}");
            }
        }
    }

    /// <summary>The whole body, without the mark that some editors put before UTF-8.</summary>
    /// <exception cref="ApiFailureException">It has more than <paramref name="most"/> bytes.</exception>
    public static async Task<ReadOnlyMemory<byte>> BytesAsync(HttpRequest request, int most)
    {
        if (request.ContentLength > most)
        {
            throw TooLarge(most);
        }

        using var buffer = new MemoryStream((int)(request.ContentLength ?? 4096));
        var ct = request.HttpContext.RequestAborted;
        while (true)
        {
            var part = await request.BodyReader.ReadAsync(ct);
            foreach (var segment in part.Buffer)
            {
                buffer.Write(segment.Span);
            }

            request.BodyReader.AdvanceTo(part.Buffer.End);
            if (buffer.Length > most)
            {
                throw TooLarge(most);
            }

            if (part.IsCompleted)
            {
                Idempotency.Note(request, buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
                return JsonInput.WithoutMark(buffer.GetBuffer().AsMemory(0, (int)buffer.Length));
            }
        }
    }

    /// <summary>The failure of a request whose content type is not one of those wanted.</summary>
    public static ApiFailureException WrongType(HttpRequest request, string wanted) => new(ApiFailure.InputInvalid(
        $"The content type is {(string.IsNullOrEmpty(request.ContentType) ? "missing" : $"\"{request.ContentType}\"")}; send {wanted}.",
        StatusCodes.Status415UnsupportedMediaType));

    private static ApiFailureException TooLarge(int most) => new(ApiFailure.InputInvalid(
        $"The body has more than {most / (1024 * 1024)} MiB; send it in several calls.", StatusCodes.Status413PayloadTooLarge));
}
