using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Syncing.Connectors;
using IntegrationsDashboard.Syncing.Connectors.Http;
using IntegrationsDashboard.Syncing.Tests.Faulty;
using Microsoft.Extensions.Time.Testing;

namespace IntegrationsDashboard.Syncing.Tests.Connectors;

/// <summary>Runs a connector against a tool and keeps what came of it.</summary>
internal sealed class Reading(IConnector connector, ToolDefinition tool, Uri address, IReadOnlyDictionary<string, string> credentials) : IDisposable
{
    private HttpClient? _http;

    public Reading(IConnector connector, FaultyTool tool)
        : this(connector, tool.Definition, tool.Address, tool.Credentials)
    {
    }

    public TestJournal Journal { get; } = new();

    public FakeTimeProvider Time { get; } = new();

    public SyncingOptions Options { get; init; } = new()
    {
        AllowPrivateNetworks = true,
        Retries = 2,
        RetryDelay = TimeSpan.FromMilliseconds(1),
    };

    public List<SyncItem> Items { get; } = [];

    public IEnumerable<RecordFound> Records => Items.OfType<RecordFound>();

    public IEnumerable<WarningFound> Warnings => Items.OfType<WarningFound>();

    public IEnumerable<string> ModelsRead => Items.OfType<ModelRead>().Select(item => item.Model);

    public async Task<Reading> SyncAsync(DateTimeOffset? since = null, params string[] models)
    {
        var order = new SyncOrder(
            models.Length > 0 ? models : [.. connector.Describe(tool).Models.Select(model => model.Id)], SyncFilters.None, since);
        await foreach (var item in connector.SyncAsync(Context(), order, CancellationToken.None))
        {
            Items.Add(item);
        }

        return this;
    }

    public Task CheckAsync() => connector.CheckAsync(Context(), CancellationToken.None);

    public Task<ConnectorException> FailedSyncAsync() => Assert.ThrowsAsync<ConnectorException>(() => SyncAsync());

    public Task<ConnectorException> FailedCheckAsync() => Assert.ThrowsAsync<ConnectorException>(CheckAsync);

    public void Dispose() => _http?.Dispose();

    private ConnectorContext Context()
    {
        _http ??= new ConnectorHttpFactory(Options).Create(credentials.Values, Journal);
        return new ConnectorContext(tool, address, credentials, _http, Journal, Time);
    }
}
