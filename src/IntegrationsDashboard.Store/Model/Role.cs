namespace IntegrationsDashboard.Store.Model;

/// <summary>What a member is in a workspace, see <see cref="RoleRights"/>. The numbers are stored.</summary>
public enum Role
{
    /// <summary>Reads.</summary>
    Viewer = 0,

    /// <summary>Acts on integrations.</summary>
    Member = 1,

    /// <summary>Also manages members and keys, and deletes.</summary>
    Admin = 2,
}
