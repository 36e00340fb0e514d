namespace IntegrationsDashboard.Web.Sandbox;

/// <summary>The companies that use the sandbox.</summary>
public sealed class SandboxAccounts
{
    /// <summary>Makes them anew, all well.</summary>
    public SandboxAccounts()
    {
        foreach (var account in All)
        {
            account.Changed += () => Changed?.Invoke();
        }
    }

    /// <summary>A token or a fault of one of them is another.</summary>
    public event Action? Changed;

    /// <summary>All of them.</summary>
    public IReadOnlyList<SandboxAccount> All { get; } =
    [
        new("birchwood", "Birchwood Optics", 1),
        new("calder", "Calder Textiles", 2),
        new("driftmark", "Driftmark Cycles", 3),
        new("elmhurst", "Elmhurst Pottery", 4),
    ];

    /// <summary>The one of an id.</summary>
    public SandboxAccount this[string id] => All.Single(account => account.Id == id);

    /// <summary>The one that a token lets in to; null where it is refused.</summary>
    internal SandboxAccount? Enter(string token) => All.FirstOrDefault(account => account.Accepts(token));
}
