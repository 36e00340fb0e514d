namespace IntegrationsDashboard.Web.Api.Connect;

/// <summary>How a link reaches its reader.</summary>
internal enum LinkType
{
    /// <summary>It is opened at once, within the customer's own page: it works for an hour.</summary>
    Embedded,

    /// <summary>It is mailed: it works for 14 days.</summary>
    MagicLink,
}
