using System.Security.Claims;
using IntegrationsDashboard.Store.Queries;

namespace IntegrationsDashboard.Web.Security;

/// <summary>Finds out what whoever signed in may see. Asked anew each time, so that what was taken away is gone at once.</summary>
public sealed class AccessControl(PeopleQueries people)
{
    /// <summary>The claim that names the session.</summary>
    public const string SessionClaim = "sid";

    /// <summary>What a caller may see; null for one who is not signed in, or not any more.</summary>
    public async ValueTask<Access?> FindAsync(ClaimsPrincipal caller, CancellationToken ct = default) =>
        SessionOf(caller) is { } session && await people.FindAsync(session, ct) is { } person ? Access.Of(person) : null;

    /// <summary>The session that a cookie names.</summary>
    public static Guid? SessionOf(ClaimsPrincipal? caller) => Guid.TryParse(caller?.FindFirstValue(SessionClaim), out var id) ? id : null;
}
