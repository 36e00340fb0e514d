using Microsoft.AspNetCore.Identity;

namespace IntegrationsDashboard.Store.Model;

/// <summary>Somebody who can sign in. Passwords, passkeys and the second factor are kept by ASP.NET Core Identity.</summary>
public sealed class Person : IdentityUser<Guid>
{
    /// <summary>What they are called.</summary>
    public required string Name { get; set; }

    /// <summary>Whether they run the dashboard: they see every workspace.</summary>
    public bool IsOperator { get; set; }

    /// <summary>The language of their mails, one of <see cref="Languages.All"/>; null until it is known.</summary>
    public string? Language { get; set; }

    /// <summary>When they were added (UTC).</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}
