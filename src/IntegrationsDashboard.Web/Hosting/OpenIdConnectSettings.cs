using IntegrationsDashboard.Store.Model;

namespace IntegrationsDashboard.Web.Hosting;

/// <summary>How people sign in by a provider of OpenID Connect.</summary>
public sealed record OpenIdConnectSettings
{
    /// <summary>The provider's address.</summary>
    public required Uri Authority { get; init; }

    /// <summary>What the dashboard is called there.</summary>
    public required string ClientId { get; init; }

    /// <summary>The secret that goes with it; null for a client without one.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>What its button says.</summary>
    public string DisplayName { get; init; } = "Single sign-on";

    /// <summary>The claim whose values name the person's workspaces; null where single sign-on gives none.</summary>
    public string? WorkspaceClaim { get; init; }

    /// <summary>What people are in these workspaces.</summary>
    public Role Role { get; init; } = Role.Member;

    /// <summary>More scopes to ask for beside <c>openid</c>, <c>profile</c> and <c>email</c>.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>Reads the settings; null where no provider is named.</summary>
    /// <exception cref="InvalidOperationException">A setting cannot be right; the message names it.</exception>
    public static OpenIdConnectSettings? Read(IConfigurationSection section)
    {
        ArgumentNullException.ThrowIfNull(section);
        string? Text(string key) => section[key] is { Length: > 0 } value ? value : null;
        if (Text("Authority") is not { } authority)
        {
            return null;
        }

        if (!Uri.TryCreate(authority, UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http") || (address.Scheme == "http" && !address.IsLoopback))
        {
            throw new InvalidOperationException($"The setting {section.Path}:Authority is \"{authority}\"; it has to be an address that begins with https://.");
        }

        var role = Text("Role") ?? nameof(Store.Model.Role.Member);
        return new OpenIdConnectSettings
        {
            Authority = address,
            ClientId = Text("ClientId") ?? throw new InvalidOperationException($"The setting {section.Path}:ClientId is missing; it is what the provider calls the dashboard."),
            ClientSecret = Text("ClientSecret"),
            DisplayName = Text("DisplayName") ?? "Single sign-on",
            WorkspaceClaim = Text("WorkspaceClaim"),
            Role = Enum.TryParse<Role>(role, ignoreCase: true, out var known) && Enum.IsDefined(known)
                ? known
                : throw new InvalidOperationException($"The setting {section.Path}:Role is \"{role}\"; it has to be one of {string.Join(", ", Enum.GetNames<Role>())}."),
            Scopes = section.GetSection("Scopes").Get<string[]>() ?? [],
        };
    }
}
