namespace IntegrationsDashboard.Web.Security;

/// <summary>Who may open a page; without one of these, whoever is signed in.</summary>
public static class Policies
{
    /// <summary>Those who act on integrations.</summary>
    public const string Member = "member";

    /// <summary>Those who manage members and keys.</summary>
    public const string Admin = "admin";

    /// <summary>Those who run the dashboard.</summary>
    public const string Operator = "operator";
}
