using IntegrationsDashboard.Notifying;
using IntegrationsDashboard.Notifying.Mail;
using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Syncing;
using IntegrationsDashboard.Syncing.Connectors;
using IntegrationsDashboard.Web.Sandbox;

namespace IntegrationsDashboard.Web.Hosting;

/// <summary>The settings of <c>appsettings.json</c> that are the dashboard's own.</summary>
public sealed record DashboardOptions
{
    /// <summary>The address under which people reach the dashboard, without a slash at the end; null: that of the request.</summary>
    public string? PublicUrl { get; init; }

    /// <summary>The address of a page as the world reaches it.</summary>
    /// <param name="reached">The dashboard's address as it was reached, which counts where none is set.</param>
    /// <param name="path">The page, such as <c>/integrations</c>.</param>
    public string AddressOf(string reached, string path)
    {
        ArgumentNullException.ThrowIfNull(reached);
        return $"{PublicUrl ?? reached.TrimEnd('/')}{path}";
    }

    /// <summary>Where the store is.</summary>
    public StoreOptions Store { get; init; } = new();

    /// <summary>The thresholds of the rules.</summary>
    public StatusRules Rules { get; init; } = StatusRules.Default;

    /// <summary>How long is kept what is not kept for ever.</summary>
    public RetentionRules Retention { get; init; } = RetentionRules.Default;

    /// <summary>The first workspace's name; null for none.</summary>
    public string? WorkspaceName { get; init; }

    /// <summary>A key to its production environment.</summary>
    public string? ApiKey { get; init; }

    /// <summary>A key to its development environment.</summary>
    public string? DevelopmentApiKey { get; init; }

    /// <summary>The address of the first operator, who is made by the start; null: by the printed link.</summary>
    public string? OperatorEmail { get; init; }

    /// <summary>The first operator's password.</summary>
    public string? OperatorPassword { get; init; }

    /// <summary>Single sign-on; null where people sign in here only.</summary>
    public OpenIdConnectSettings? OpenIdConnect { get; init; }

    /// <summary>The origins whose pages may show the end users' pages within them; none by default.</summary>
    public IReadOnlyList<string> FrameAncestors { get; init; } = [];

    /// <summary>Whether an empty store is filled with demonstration integrations.</summary>
    public bool Demonstration { get; init; }

    /// <summary>The address at which the program serves the sandbox to itself; null where it does not.</summary>
    public Uri? Sandbox { get; init; }

    /// <summary>Where support is written to; null where nowhere.</summary>
    public string? SupportEmail { get; init; }

    /// <summary>How mails are sent.</summary>
    public MailOptions Mail { get; init; } = new();

    /// <summary>How people, channels and webhooks are told.</summary>
    public NotifyingOptions Notifying { get; init; } = new();

    /// <summary>How many requests an API key may make.</summary>
    public RateLimit RateLimit { get; init; } = RateLimit.Default;

    /// <summary>How syncs run.</summary>
    public SyncingOptions Syncing { get; init; } = new();

    /// <summary>The tools that can be connected beside those that connectors bring: those of the settings, and the sandbox.</summary>
    public IReadOnlyList<ToolDefinition> Tools { get; init; } = [];

    /// <summary>Whether the program serves the sandbox: in Development only, and there as the demonstration unless a setting says otherwise.</summary>
    public static bool SandboxIn(IConfiguration configuration, IHostEnvironment environment) =>
        environment.IsDevelopment()
        && (configuration.GetValue<bool?>("Sandbox:Enabled") ?? configuration.GetValue("Demonstration:Enabled", false));

    /// <summary>Reads the settings.</summary>
    /// <exception cref="InvalidOperationException">A setting cannot be right; the message names it.</exception>
    public static DashboardOptions From(IConfiguration configuration, IHostEnvironment environment)
    {
        string? Text(string key) => configuration[key] is { Length: > 0 } value ? value : null;
        var demonstration = environment.IsDevelopment() && configuration.GetValue("Demonstration:Enabled", false);
        var name = Text("Bootstrap:WorkspaceName");
        var apiKey = Text("Bootstrap:ApiKey");
        var developmentApiKey = Text("Bootstrap:DevelopmentApiKey");
        if (demonstration && name is null && apiKey is null && developmentApiKey is null)
        {
            (name, apiKey, developmentApiKey) = ("Demonstration", "demo-production", "demo-development");
        }

        if (Text("Bootstrap:OperatorEmail") is null != Text("Bootstrap:OperatorPassword") is null)
        {
            throw new InvalidOperationException("The settings Bootstrap:OperatorEmail and Bootstrap:OperatorPassword go together: give both, or neither.");
        }

        var sandbox = SandboxIn(configuration, environment) ? SandboxAddress.Of(configuration["Urls"]) : null;
        var syncing = configuration.GetSection("Syncing").Get<SyncingOptions>() ?? new SyncingOptions();
        var tools = ToolSettings.Read(configuration.GetSection("Tools"));
        return new DashboardOptions
        {
            PublicUrl = Text("PublicUrl")?.TrimEnd('/'),
            Store = new StoreOptions { ConnectionString = configuration.GetConnectionString("Dashboard") ?? StoreOptions.DefaultConnectionString },
            Rules = new StatusRules
            {
                AuthenticationGrace = Positive("StatusRules:AuthenticationGrace", StatusRules.Default.AuthenticationGrace),
                IdleLimit = Positive("StatusRules:IdleLimit", StatusRules.Default.IdleLimit),
                DeletionGrace = Positive("StatusRules:DeletionGrace", StatusRules.Default.DeletionGrace),
            },
            Retention = new RetentionRules
            {
                Bodies = Positive("Retention:Bodies", RetentionRules.Default.Bodies),
                Syncs = Positive("Retention:Syncs", RetentionRules.Default.Syncs),
                RemovedRecords = Positive("Retention:RemovedRecords", RetentionRules.Default.RemovedRecords),
                Audit = Positive("Retention:Audit", RetentionRules.Default.Audit),
            },
            WorkspaceName = name ?? (apiKey is null && developmentApiKey is null ? null : "Workspace"),
            ApiKey = apiKey,
            DevelopmentApiKey = developmentApiKey,
            OperatorEmail = Text("Bootstrap:OperatorEmail"),
            OperatorPassword = Text("Bootstrap:OperatorPassword"),
            OpenIdConnect = OpenIdConnectSettings.Read(configuration.GetSection("Authentication:OpenIdConnect")),
            FrameAncestors = [.. (configuration.GetSection("Security:FrameAncestors").Get<string[]>() ?? []).Select(Origin)],
            Demonstration = demonstration,
            SupportEmail = Text("Support:Email"),
            Mail = MailSettings.Read(configuration.GetSection("Mail")),
            Notifying = NotifyingSettings.Read(configuration.GetSection("Notifying")),
            Sandbox = sandbox,
            RateLimit = RateLimit.From(configuration),
            Syncing = sandbox is null ? syncing : syncing with { AllowedAddresses = [.. syncing.AllowedAddresses, sandbox.Authority] },
            Tools = sandbox is null ? tools : [.. tools, SandboxTool.At(sandbox)],
        };

        // Anything else would end the policy, or say more than was meant.
        static string Origin(string text) => Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http"
            ? uri.GetLeftPart(UriPartial.Authority)
            : throw new InvalidOperationException($"The setting Security:FrameAncestors holds \"{text}\"; each has to be an origin such as https://app.example.com.");

        TimeSpan Positive(string setting, TimeSpan fallback)
        {
            var value = configuration.GetValue(setting, fallback);
            return value > TimeSpan.Zero
                ? value
                : throw new InvalidOperationException($"The setting {setting} is {value}; it has to be a time span above zero, such as 3.00:00:00.");
        }
    }
}
