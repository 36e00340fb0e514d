using System.Text.Json.Serialization.Metadata;

namespace IntegrationsDashboard.Web.Api;

/// <summary>Answers that went well.</summary>
internal static class ApiAnswer
{
    /// <summary>200 with what the call answers with.</summary>
    public static IResult Ok<T>(T data)
        where T : class => TypedResults.Json(new ApiSuccess<T>(data), TypeOf<T>());

    /// <summary>201 with what was made and where to find it.</summary>
    public static IResult Created<T>(HttpResponse response, string location, T data)
        where T : class
    {
        response.Headers.Location = location;
        return TypedResults.Json(new ApiSuccess<T>(data), TypeOf<T>(), statusCode: StatusCodes.Status201Created);
    }

    private static JsonTypeInfo<ApiSuccess<T>> TypeOf<T>()
        where T : class =>
        (JsonTypeInfo<ApiSuccess<T>>)(ApiJson.Wire.GetTypeInfo(typeof(ApiSuccess<T>))
            ?? throw new InvalidOperationException($"{typeof(T)} is missing in {nameof(ApiJson)}."));
}
