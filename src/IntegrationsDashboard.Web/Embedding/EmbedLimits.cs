using System.Globalization;
using System.Threading.RateLimiting;
using IntegrationsDashboard.Web.Security;

namespace IntegrationsDashboard.Web.Embedding;

/// <summary>Keeps one IP address from asking for embedded statuses without end. An office of many readers behind one address stays well below.</summary>
public sealed class EmbedLimits : IEndpointFilter, IDisposable
{
    /// <summary>How many requests an IP address has at once after a rest.</summary>
    public const int Burst = 300;

    private const int PerSecond = 10;

    private readonly PartitionedRateLimiter<string> _addresses = PartitionedRateLimiter.Create<string, string>(
        address => RateLimitPartition.GetTokenBucketLimiter(address, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = Burst,
            TokensPerPeriod = PerSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            QueueLimit = 0,
        }));

    /// <inheritdoc/>
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        using var lease = _addresses.AttemptAcquire(DashboardSignIn.AddressOf(context.HttpContext) ?? "");
        if (lease.IsAcquired)
        {
            return await next(context);
        }

        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var time) ? Math.Max(1, (int)Math.Ceiling(time.TotalSeconds)) : 1;
        context.HttpContext.Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
        return Results.Text("429", statusCode: StatusCodes.Status429TooManyRequests);
    }

    /// <inheritdoc/>
    public void Dispose() => _addresses.Dispose();
}
