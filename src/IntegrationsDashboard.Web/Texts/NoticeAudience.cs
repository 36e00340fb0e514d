namespace IntegrationsDashboard.Web.Texts;

/// <summary>Who is told something.</summary>
public enum NoticeAudience
{
    /// <summary>A member of a workspace, by mail.</summary>
    Person,

    /// <summary>A channel of a chat.</summary>
    Channel,

    /// <summary>An operator, about the quality-assurance queue.</summary>
    Operators,
}
