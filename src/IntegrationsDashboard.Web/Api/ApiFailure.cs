using IntegrationsDashboard.Store;
using IntegrationsDashboard.Web.Security;

namespace IntegrationsDashboard.Web.Api;

/// <summary>A failed call: its HTTP status and what the envelope says.</summary>
/// <param name="HttpStatus">The HTTP status.</param>
/// <param name="Error">What went wrong.</param>
internal sealed record ApiFailure(int HttpStatus, ApiErrorDetail Error)
{
    /// <summary>No or a wrong API key.</summary>
    public static ApiFailure AuthenticationInvalid(string message) =>
        new(StatusCodes.Status401Unauthorized, new("PLATFORM.AUTHENTICATION_INVALID", "Authentication invalid", message));

    /// <summary>The key may not make this call.</summary>
    public static ApiFailure NotAllowed(Rights needed) =>
        new(
            StatusCodes.Status403Forbidden,
            new(
                "PLATFORM.AUTHENTICATION_INVALID",
                "Not allowed",
                $"This API key lacks the scope \"{KeyScopes.WordOf(needed)}\". Create one that has it on the page \"API keys\"."));

    /// <summary>Something was named that is not there for this key.</summary>
    public static ApiFailure NotFound(string message) =>
        new(StatusCodes.Status404NotFound, new("PLATFORM.INTEGRATION_NOT_FOUND", "Not found", message));

    /// <summary>The request is wrong.</summary>
    public static ApiFailure InputInvalid(string message, int httpStatus = StatusCodes.Status400BadRequest) =>
        new(httpStatus, new("PLATFORM.INPUT_INVALID", "Input invalid", message));

    /// <summary>The key has made too many requests.</summary>
    /// <param name="seconds">When the next one may be made.</param>
    public static ApiFailure RateLimitExceeded(int seconds) =>
        new(
            StatusCodes.Status429TooManyRequests,
            new("PLATFORM.RATE_LIMIT_EXCEEDED", "Rate limit exceeded", $"This API key has made too many requests. Try again in {(seconds == 1 ? "a second" : $"{seconds} seconds")}."));

    /// <summary>The dashboard is wrong; what exactly stands in its own log only.</summary>
    public static ApiFailure UnknownError() =>
        new(
            StatusCodes.Status500InternalServerError,
            new("PLATFORM.UNKNOWN_ERROR", "Unknown error", "Something went wrong in the dashboard, and nothing was changed. Try again; if it stays, tell whoever runs it."));

    /// <summary>The failure that a bare HTTP status stands for.</summary>
    public static ApiFailure Of(int httpStatus, HttpRequest request) => httpStatus switch
    {
        StatusCodes.Status404NotFound => InputInvalid($"There is no call {request.Method} {request.Path}.", httpStatus),
        StatusCodes.Status405MethodNotAllowed => InputInvalid($"The method {request.Method} is not allowed here; the header Allow lists those that are.", httpStatus),
        StatusCodes.Status413PayloadTooLarge => InputInvalid("The body is too large; send it in several calls.", httpStatus),
        StatusCodes.Status415UnsupportedMediaType => InputInvalid("The content type is not one that this call understands.", httpStatus),
        >= 500 => UnknownError(),
        _ => InputInvalid("The request could not be understood.", httpStatus),
    };

    /// <summary>Answers with the failure.</summary>
    public Task WriteAsync(HttpContext context)
    {
        context.Response.StatusCode = HttpStatus;
        return context.Response.WriteAsJsonAsync(new ApiError(Error), ApiJson.Wire.ApiError, cancellationToken: context.RequestAborted);
    }
}
