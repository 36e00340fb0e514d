namespace IntegrationsDashboard.Store.Model;

/// <summary>What became of a notice. The numbers are stored.</summary>
public enum NoticeState
{
    /// <summary>It is still to be told.</summary>
    Pending = 0,

    /// <summary>The mail server has taken it, or it became a delivery to the channel.</summary>
    Told = 1,

    /// <summary>It was tried as often as it is tried.</summary>
    GivenUp = 2,

    /// <summary>Whoever was to be told does not want to hear or may not know any more.</summary>
    Dropped = 3,
}
