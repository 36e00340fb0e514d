using IntegrationsDashboard.Store.Recording;
using IntegrationsDashboard.Web.Reports;

namespace IntegrationsDashboard.Web.Api;

/// <summary>Puts every failure under <c>/v1</c> into the envelope: what the calls refuse, what routing refuses, and what nobody foresaw.</summary>
internal sealed partial class ApiErrors(RequestDelegate next, ILogger<ApiErrors> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
            if (context.Response is { HasStarted: false, StatusCode: >= 400, ContentType: null, ContentLength: null or 0 })
            {
                await ApiFailure.Of(context.Response.StatusCode, context.Request).WriteAsync(context);
            }
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            // Whoever asked has gone; there is nobody to tell.
        }
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            context.Response.Clear();
            await Describe(exception, context).WriteAsync(context);
        }
    }

    private ApiFailure Describe(Exception exception, HttpContext context)
    {
        switch (exception)
        {
            case ApiFailureException refused:
                return refused.Failure;
            case InvalidInputException invalid:
                return ApiFailure.InputInvalid(invalid.Problems.ToText("\n"));
            case RefusedReportException refused:
                return ApiFailure.InputInvalid(refused.Message);
            case NotAllowedException denied:
                return ApiFailure.NotAllowed(denied.Needed);
            case UnknownIdException unknown:
                return ApiFailure.NotFound(unknown.Message);
            case BadHttpRequestException bad:
                return ApiFailure.Of(bad.StatusCode, context.Request);
            default:
                LogFailed(logger, exception, context.Request.Method, context.Request.Path);
                return ApiFailure.UnknownError();
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The call {Method} {Path} failed.")]
    private static partial void LogFailed(ILogger logger, Exception exception, string method, PathString path);
}
