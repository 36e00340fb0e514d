using IntegrationsDashboard.Store.Model;

namespace IntegrationsDashboard.Store;

/// <summary>What roles may do.</summary>
public static class RoleRights
{
    /// <summary>What an operator may do, in every workspace. Syncs are reported by programs only.</summary>
    public const Rights Operator = Rights.Read | Rights.Act | Rights.Delete | Rights.Administer | Rights.Operate;

    /// <summary>What an API key can be allowed at the most.</summary>
    public const Rights Key = Rights.Read | Rights.Report | Rights.Act | Rights.Delete;

    /// <summary>What a member with the role may do in their workspace.</summary>
    public static Rights Of(Role role) => role switch
    {
        Role.Viewer => Rights.Read,
        Role.Member => Rights.Read | Rights.Act,
        Role.Admin => Rights.Read | Rights.Act | Rights.Delete | Rights.Administer,
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "There is no such role."),
    };
}
