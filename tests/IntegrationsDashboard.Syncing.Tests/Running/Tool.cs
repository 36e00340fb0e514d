using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using IntegrationsDashboard.Syncing.Connectors;

namespace IntegrationsDashboard.Syncing.Tests.Running;

/// <summary>A tool with users and groups in memory whose faults can be switched, and the connector that reads it.</summary>
internal sealed class Tool : IConnector
{
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public static ToolDefinition Definition { get; } = new()
    {
        Id = "tool",
        Label = "Tool",
        Category = Store.Model.Category.Hris,
        Connector = "memory",
    };

    public ConcurrentDictionary<string, string> Users { get; } = new(new Dictionary<string, string> { ["ada"] = "Sales", ["bob"] = "Research" });

    public ConcurrentDictionary<string, string> Groups { get; } = new(new Dictionary<string, string> { ["g1"] = "Sales" });

    /// <summary>What ends the sync after the users.</summary>
    public Exception? Fault { get; set; }

    /// <summary>What it warns of after the users.</summary>
    public string? Warning { get; set; }

    /// <summary>Whether it answers nothing more after the users, until the sync is broken off.</summary>
    public bool Hangs { get; set; }

    /// <summary>Who is reported as gone; a delta sync tells.</summary>
    public string? Gone { get; set; }

    /// <summary>What each sync was asked for.</summary>
    public ConcurrentQueue<SyncOrder> Orders { get; } = new();

    /// <summary>The credentials of each sync.</summary>
    public ConcurrentQueue<string> Tokens { get; } = new();

    public string Id => "memory";

    /// <summary>Completes once a sync hangs.</summary>
    public Task Hanging => _reached.Task;

    public ConnectorDescription Describe(ToolDefinition tool) => new(
        [new SignInMethod("bearer", "Token", [new CredentialField("token", "Token", true)])],
        [
            new ModelDescription("users", "Users", ["name", "department"], ["department"]),
            new ModelDescription("groups", "Groups", ["name"], []),
        ],
        true,
        "Address",
        "https://tool.example");

    public Task CheckAsync(ConnectorContext context, CancellationToken ct) => Task.CompletedTask;

    public async IAsyncEnumerable<SyncItem> SyncAsync(
        ConnectorContext context, SyncOrder order, [EnumeratorCancellation] CancellationToken ct)
    {
        Orders.Enqueue(order);
        Tokens.Enqueue(context.Credentials["token"]);
        context.Journal.Add(Store.Model.LogEntryLevel.Info, "GET users", "users", new("GET", "https://tool.example/users", 200, 12));
        foreach (var (id, department) in Users)
        {
            yield return new RecordFound("users", id, new JsonObject { ["name"] = id, ["department"] = department });
        }

        if (Gone is { } gone)
        {
            yield return new RecordGone("users", gone);
        }

        if (Warning is { } warning)
        {
            yield return new WarningFound("users", warning);
        }

        if (Hangs)
        {
            _reached.TrySetResult();
            await Task.Delay(Timeout.Infinite, ct);
        }

        if (Fault is { } fault)
        {
            throw fault;
        }

        yield return new ModelRead("users");
        foreach (var (id, name) in order.Models.Contains("groups") ? Groups : [])
        {
            yield return new RecordFound("groups", id, new JsonObject { ["name"] = name });
        }

        yield return new ModelRead("groups");
    }

    public void RefuseCredentials() => Fault = new ConnectorException(ConnectorFailure.Authentication, "The tool refused the credentials.");
}
