using System.Security.Cryptography;
using IntegrationsDashboard.Web.Api.Description;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Headers;
using Microsoft.Net.Http.Headers;

namespace IntegrationsDashboard.Web.Api;

/// <summary>
/// Gives the reads an ETag, the hash of what goes over the wire, and answers 304 without a body to whoever has it already. Stands
/// outside the compression, so that a compressed answer has a tag of its own. Calls that answer with a stream are let through.
/// </summary>
internal sealed class ConditionalGet(RequestDelegate next)
{
    private const string Json = "application/json";

    public Task InvokeAsync(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method)
        && context.GetEndpoint() is { } endpoint
        && ApiDocument.CallOf(endpoint.Metadata) is { Answer.ContentType: Json }
            ? AnswerAsync(context)
            : next(context);

    private async Task AnswerAsync(HttpContext context)
    {
        var response = context.Response;
        var direct = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        using var body = new MemoryStream();
        var held = new StreamResponseBodyFeature(body, direct);
        context.Features.Set<IHttpResponseBodyFeature>(held);
        try
        {
            await next(context);
            await held.CompleteAsync();
        }
        finally
        {
            context.Features.Set(direct);
        }

        if (response.StatusCode == StatusCodes.Status200OK)
        {
            var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(body.GetBuffer().AsSpan(0, (int)body.Length)).AsSpan(0, 16))}\"");
            response.Headers.ETag = tag.ToString();
            response.Headers.CacheControl = "private, no-cache";
            response.Headers.Append(HeaderNames.Vary, HeaderNames.Authorization);
            if (IsKnown(context.Request.GetTypedHeaders(), tag))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                response.ContentType = null;
                response.ContentLength = null;
                response.Headers.ContentEncoding = default;
                return;
            }
        }

        response.ContentLength = body.Length;
        body.Position = 0;
        await body.CopyToAsync(response.Body, context.RequestAborted);
    }

    // A weak tag of the same hash will do: the comparison for reads is the weak one.
    private static bool IsKnown(RequestHeaders request, EntityTagHeaderValue tag) =>
        request.IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false) || known.Equals(EntityTagHeaderValue.Any));
}
