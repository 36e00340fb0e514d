namespace IntegrationsDashboard.Web.Api;

/// <summary>Ends a call with a failure.</summary>
/// <param name="failure">What the caller is told.</param>
internal sealed class ApiFailureException(ApiFailure failure) : Exception(failure.Error.Message)
{
    public ApiFailure Failure { get; } = failure;
}
