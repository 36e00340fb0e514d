namespace IntegrationsDashboard.Web.Api.Description;

/// <summary>Lets calls describe themselves.</summary>
internal static class DescribedCalls
{
    /// <summary>Puts a call into the API's document.</summary>
    public static RouteHandlerBuilder Describes(this RouteHandlerBuilder call, CallDescription description)
    {
        call.WithMetadata(description);
        return description.Answer.Type is { } type
            ? call.WithMetadata(new ProducesResponseTypeMetadata(description.Answer.HttpStatus, type, [description.Answer.ContentType]))
            : call;
    }
}
