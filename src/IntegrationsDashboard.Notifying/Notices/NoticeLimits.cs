namespace IntegrationsDashboard.Notifying.Notices;

/// <summary>How much there can be in one notice.</summary>
internal static class NoticeLimits
{
    /// <summary>Characters of a mail's subject.</summary>
    public const int Subject = 150;

    /// <summary>Integrations that are listed; of the others there is only the number.</summary>
    public const int Rows = 50;
}
