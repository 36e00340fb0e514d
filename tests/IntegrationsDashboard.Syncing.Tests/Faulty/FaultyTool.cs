using System.Collections.Concurrent;
using System.Net;
using IntegrationsDashboard.Syncing.Connectors;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IntegrationsDashboard.Syncing.Tests.Faulty;

/// <summary>
/// An HR tool on this machine, for the HTTP JSON connector: two models (employees, departments), every way to sign in,
/// every way to page, deltas, and faults that can be switched while it runs.
/// </summary>
public sealed class FaultyTool : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly FaultyToolAnswers _answers;
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly Lock _gate = new();
    private TaskCompletionSource _lifted = NewSignal();
    private TaskCompletionSource _held = NewSignal();
    private ToolFault _fault;
    private int? _faultLasts;

    private FaultyTool(WebApplication app)
    {
        _app = app;
        _answers = new FaultyToolAnswers(this);
    }

    /// <summary>Where it listens, with a slash at the end.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>Its employees. Change them while no request is under way.</summary>
    public List<Employee> Employees { get; } = [.. Enumerable.Range(1, 5).Select(Employee.Sample)];

    /// <summary>How it pages.</summary>
    public PagingKind Paging { get; set; } = PagingKind.Page;

    /// <summary>How many records a page has at the most.</summary>
    public int PageSize { get; set; } = 2;

    /// <summary>The sign-in that <see cref="Credentials"/> are for; it accepts the others as well.</summary>
    public string Method { get; set; } = "bearer";

    /// <summary>The models that <see cref="ToolFault.MissingPermission"/> is about.</summary>
    public IReadOnlyList<string> ForbiddenModels { get; set; } = ["departments"];

    /// <summary>Where <see cref="ToolFault.Redirected"/> leads; null: to this tool under the name localhost.</summary>
    public Uri? RedirectTo { get; set; }

    /// <summary>What <see cref="ToolFault.RateLimited"/> says in <c>Retry-After</c>, in seconds.</summary>
    public int RetryAfter { get; set; }

    /// <summary>The secret of every sign-in; see <see cref="RotateSecret"/>.</summary>
    public string Secret { get; private set; } = "secret-of-the-tool-1";

    /// <summary>How many OAuth 2.0 tokens it gave out.</summary>
    public int TokensIssued => _answers.TokensIssued;

    /// <summary>The requests that it got, such as <c>GET /api/employees?page=1</c>.</summary>
    public IReadOnlyList<string> Requests => [.. _requests];

    /// <summary>What is wrong with it, until another is set.</summary>
    public ToolFault Fault
    {
        get => _fault;
        set => Break(value, times: null);
    }

    /// <summary>The credentials that it accepts, for <see cref="Method"/>.</summary>
    public IReadOnlyDictionary<string, string> Credentials => CredentialsFor(Method);

    /// <summary>How the HTTP JSON connector reads it, as it pages now.</summary>
    public ToolDefinition Definition => FaultyToolDefinition.Of(this);

    /// <summary>Starts one on a free port of 127.0.0.1.</summary>
    public static async Task<FaultyTool> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var tool = new FaultyTool(app);
        app.Run(tool.AnswerAsync);
        await app.StartAsync();
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        tool.Address = new Uri(addresses.Addresses.Single() + "/");
        return tool;
    }

    /// <summary>Lets a fault hold for the next requests only, token requests included.</summary>
    public void Break(ToolFault fault, int? times)
    {
        lock (_gate)
        {
            (_fault, _faultLasts) = (fault, times);
            _lifted.TrySetResult();
            (_lifted, _held) = (NewSignal(), NewSignal());
        }
    }

    /// <summary>Completes once <see cref="ToolFault.Slow"/> holds a request.</summary>
    public Task UntilHeldAsync()
    {
        lock (_gate)
        {
            return _held.Task;
        }
    }

    /// <summary>Refuses the old credentials from now on; <see cref="Credentials"/> are the new ones.</summary>
    public void RotateSecret()
    {
        Secret = $"secret-of-the-tool-{Guid.NewGuid():N}";
        ExpireTokens();
    }

    /// <summary>Refuses the OAuth 2.0 tokens that it gave out.</summary>
    public void ExpireTokens() => _answers.ExpireTokens();

    /// <summary>The credentials that it accepts for a sign-in.</summary>
    public IReadOnlyDictionary<string, string> CredentialsFor(string method) => method switch
    {
        "bearer" => new Dictionary<string, string> { [SignInMethod.Key] = method, ["token"] = Secret },
        "basic" => new Dictionary<string, string> { [SignInMethod.Key] = method, ["username"] = "reader", ["password"] = Secret },
        "api-key" => new Dictionary<string, string> { [SignInMethod.Key] = method, ["api_key"] = Secret },
        "oauth2" => new Dictionary<string, string> { [SignInMethod.Key] = method, ["client_id"] = "reader", ["client_secret"] = Secret },
        _ => throw new ArgumentOutOfRangeException(nameof(method), method, "There is no such sign-in."),
    };

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        Fault = ToolFault.None;
        await _app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext http)
    {
        _requests.Enqueue($"{http.Request.Method} {http.Request.Path}{http.Request.QueryString}");
        var (fault, lifted, held) = Take();
        if (fault == ToolFault.Slow)
        {
            held.TrySetResult();
            await lifted.WaitAsync(http.RequestAborted);
            fault = ToolFault.None;
        }

        await _answers.AnswerAsync(http, fault);
    }

    private (ToolFault Fault, Task Lifted, TaskCompletionSource Held) Take()
    {
        lock (_gate)
        {
            switch (_faultLasts)
            {
                case > 0:
                    _faultLasts--;
                    break;
                case 0:
                    (_fault, _faultLasts) = (ToolFault.None, null);
                    break;
            }

            return (_fault, _lifted.Task, _held);
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
