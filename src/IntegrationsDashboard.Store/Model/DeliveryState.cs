namespace IntegrationsDashboard.Store.Model;

/// <summary>What became of a delivery. The numbers are stored.</summary>
public enum DeliveryState
{
    /// <summary>It is still to be sent, or sent again.</summary>
    Pending = 0,

    /// <summary>The receiver has acknowledged it.</summary>
    Delivered = 1,

    /// <summary>It was tried as often as it is tried, or its webhook was switched off.</summary>
    GivenUp = 2,
}
