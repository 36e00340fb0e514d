namespace IntegrationsDashboard.Web.Sandbox;

/// <summary>What can be made to go wrong with an account of the sandbox.</summary>
public enum SandboxFault
{
    /// <summary>Everything works.</summary>
    None,

    /// <summary>The token that was valid is refused (401); a new one works, and ends the fault once it is used.</summary>
    PasswordExpired,

    /// <summary>The token is good, but not for absences (403).</summary>
    AbsencesForbidden,

    /// <summary>Employees come without their phone number, which nothing depends on.</summary>
    OptionalFieldMissing,

    /// <summary>Employees come without their e-mail address, which a record cannot do without.</summary>
    RequiredFieldMissing,

    /// <summary>Each answer takes five seconds.</summary>
    Slow,

    /// <summary>Nothing answers but 503.</summary>
    Down,

    /// <summary>Answers break off in the middle.</summary>
    Malformed,

    /// <summary>One request a second is answered, all others with 429 and the word to wait a second.</summary>
    RateLimited,
}
