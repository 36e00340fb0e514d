namespace IntegrationsDashboard.Syncing.Tests.Faulty;

/// <summary>What can be wrong with a <see cref="FaultyTool"/>.</summary>
public enum ToolFault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It refuses every credential: 401, and <c>invalid_client</c> where tokens are given out.</summary>
    WrongCredentials,

    /// <summary>It answers 403 for <see cref="FaultyTool.ForbiddenModels"/>.</summary>
    MissingPermission,

    /// <summary>The first employee has no email.</summary>
    MissingOptionalField,

    /// <summary>The first employee has no last name.</summary>
    MissingRequiredField,

    /// <summary>The first employee is not an object.</summary>
    UnreadableRecord,

    /// <summary>It answers only once the fault is lifted.</summary>
    Slow,

    /// <summary>It answers 503.</summary>
    Unavailable,

    /// <summary>It ends each connection without an answer.</summary>
    Down,

    /// <summary>Its answer breaks off in the middle of its JSON.</summary>
    MalformedJson,

    /// <summary>It answers 429 with <c>Retry-After</c>.</summary>
    RateLimited,

    /// <summary>It redirects to <see cref="FaultyTool.RedirectTo"/>.</summary>
    Redirected,
}
