namespace IntegrationsDashboard.Web.Demonstration;

/// <summary>What goes wrong with syncs in the demonstration.</summary>
internal enum TroubleKind
{
    /// <summary>The tool refuses the credentials.</summary>
    CredentialsRefused,

    /// <summary>The tool is down.</summary>
    ServiceUnavailable,

    /// <summary>A field without which nothing can be read is gone.</summary>
    SchemaChanged,

    /// <summary>The tool wants fewer requests.</summary>
    RateLimited,

    /// <summary>The tool's certificate has expired.</summary>
    CertificateExpired,

    /// <summary>The tool is too slow.</summary>
    TimedOut,

    /// <summary>A few records make no sense.</summary>
    UnreadableRecords,

    /// <summary>An optional field is gone.</summary>
    MissingField,

    /// <summary>One model may not be read.</summary>
    Forbidden,
}
