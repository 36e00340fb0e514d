using IntegrationsDashboard.Store;
using Microsoft.OpenApi;

namespace IntegrationsDashboard.Web.Api.Description;

/// <summary>
/// What the API's document says about a call, declared beside the call itself: <c>group.MapGet(…).Describes(new CallDescription(…))</c>.
/// The answers 401, 429 and 500 are added to every call, 403 to one that needs a scope (see <see cref="CallRights"/>), and 400, 413
/// and 415 to one with a body.
/// </summary>
/// <param name="Id">The operation's id, such as <c>getIntegration</c>; the page's anchor too.</param>
/// <param name="Tag">The heading that the call stands under, one of <see cref="CallTags"/>.</param>
/// <param name="Summary">What it does, in a few words.</param>
internal sealed record CallDescription(string Id, string Tag, string Summary)
{
    /// <summary>What else there is to know, in sentences.</summary>
    public string? Text { get; init; }

    /// <summary>What stands in the path, the query and the headers; every name in braces in the path has to be among them.</summary>
    public IReadOnlyList<OpenApiParameter> Parameters { get; init; } = [];

    /// <summary>The body of the request; null where there is none.</summary>
    public CallBody? Body { get; init; }

    /// <summary>The answer of a call that went well.</summary>
    public required CallAnswer Answer { get; init; }

    /// <summary>The HTTP statuses of the failures that no other part of the description brings: 400 or 404.</summary>
    public IReadOnlyList<int> Failures { get; init; } = [];

    private static readonly int[] Everywhere = [401, 429, 500];

    /// <summary>All HTTP statuses of failures.</summary>
    /// <param name="needed">What the call needs.</param>
    public IEnumerable<int> AllFailures(Rights needed) => Everywhere
        .Concat(needed == Rights.None ? [] : [403])
        .Concat(Body switch { null => [], { IsLookedInto: true } => [400, 413, 415], _ => [400, 413] })
        .Concat(Failures)
        .Distinct()
        .Order();
}
