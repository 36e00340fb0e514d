namespace IntegrationsDashboard.Web.Demonstration;

/// <summary>How much a made-up log tells.</summary>
internal enum LogDetail
{
    /// <summary>There is none.</summary>
    None,

    /// <summary>A handful of entries.</summary>
    Brief,

    /// <summary>Every request, some tens of entries.</summary>
    Full,

    /// <summary>Every request, in small pages: thousands of entries.</summary>
    Long,
}
