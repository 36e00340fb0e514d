namespace IntegrationsDashboard.Store.Model;

/// <summary>Who holds the credentials of the tool.</summary>
public sealed record EndUser
{
    /// <summary>The organisation, 1 to 200 characters.</summary>
    public required string OrganizationName { get; init; }

    /// <summary>The address of the person who connected the tool.</summary>
    public string? CreatorEmail { get; init; }

    /// <summary>The organisation's id in the customer's own system.</summary>
    public string? OriginId { get; init; }
}
