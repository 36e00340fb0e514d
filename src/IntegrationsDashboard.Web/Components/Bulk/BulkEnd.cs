namespace IntegrationsDashboard.Web.Components.Bulk;

/// <summary>What became of one of many.</summary>
public enum BulkEnd
{
    /// <summary>It was done.</summary>
    Done,

    /// <summary>There was nothing to do: it was so already.</summary>
    AlreadySo,

    /// <summary>Its syncs are reported from outside; nothing of it can be done from here.</summary>
    NotConnected,

    /// <summary>Its status keeps it from syncing.</summary>
    Paused,

    /// <summary>It is deleted, or none of the viewer's any more.</summary>
    Gone,

    /// <summary>The viewer may not.</summary>
    NotAllowed,

    /// <summary>It could not be done, for another reason.</summary>
    Refused,

    /// <summary>The dashboard failed to do it; trying again may help.</summary>
    Failed,
}
