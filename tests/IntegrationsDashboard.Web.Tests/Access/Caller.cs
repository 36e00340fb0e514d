namespace IntegrationsDashboard.Web.Tests.Access;

/// <summary>Who may call: people with what they are, and programs with what their key allows. The order is that of the matrix's columns.</summary>
public enum Caller
{
    /// <summary>Somebody without a session or a key.</summary>
    Nobody,

    /// <summary>A viewer of the workspace.</summary>
    Viewer,

    /// <summary>A member of the workspace.</summary>
    Member,

    /// <summary>An admin of the workspace.</summary>
    Admin,

    /// <summary>An operator.</summary>
    Operator,

    /// <summary>An admin of another workspace, and of no other.</summary>
    ForeignAdmin,

    /// <summary>A key of the workspace's production with the scope read.</summary>
    ReadKey,

    /// <summary>One with the scope report.</summary>
    ReportKey,

    /// <summary>One with the scope manage.</summary>
    ManageKey,

    /// <summary>One that had all scopes until it was revoked.</summary>
    RevokedKey,

    /// <summary>One of another workspace with all scopes.</summary>
    ForeignKey,
}
