using System.Globalization;
using System.Threading.RateLimiting;
using IntegrationsDashboard.Web.Hosting;
using IntegrationsDashboard.Web.Security;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace IntegrationsDashboard.Web.Api;

/// <summary>Holds every API key to its rate of requests, and tells on every answer how many it has left.</summary>
internal static class RateLimits
{
    private const string Policy = "\"key\"";

    /// <summary>Adds the limits of the settings.</summary>
    public static void AddRateLimits(this IServiceCollection services)
    {
        services.AddRateLimiter(_ => { });
        services.AddOptions<RateLimiterOptions>().Configure<DashboardOptions>((limiter, options) =>
        {
            limiter.GlobalLimiter = Limiter(options.RateLimit);
            limiter.OnRejected = (rejected, _) => new ValueTask(RefuseAsync(rejected));
        });
    }

    /// <summary>Puts the limits before the calls; comes after the gate, since only whoever has a key has a rate.</summary>
    public static void UseRateLimits(this IApplicationBuilder calls)
    {
        var limiter = calls.ApplicationServices.GetRequiredService<IOptions<RateLimiterOptions>>().Value.GlobalLimiter!;
        var limit = calls.ApplicationServices.GetRequiredService<DashboardOptions>().RateLimit;
        var policy = string.Create(CultureInfo.InvariantCulture, $"{Policy};q={limit.Burst};w={Seconds(limit.Burst / limit.TokensPerSecond)}");
        calls.Use((context, next) =>
        {
            context.Response.OnStarting(() =>
            {
                var left = limiter.GetStatistics(context)?.CurrentAvailablePermits ?? limit.Burst;
                context.Response.Headers["RateLimit-Policy"] = policy;
                context.Response.Headers["RateLimit"] = string.Create(
                    CultureInfo.InvariantCulture, $"{Policy};r={left};t={Seconds((limit.Burst - left) / limit.TokensPerSecond)}");
                return Task.CompletedTask;
            });
            return next(context);
        });
        calls.UseRateLimiter();
    }

    private static PartitionedRateLimiter<HttpContext> Limiter(RateLimit limit)
    {
        var bucket = new TokenBucketRateLimiterOptions
        {
            TokenLimit = limit.Burst,
            TokensPerPeriod = 1,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1 / limit.TokensPerSecond),
            QueueLimit = 0,
        };

        // By the key and not by its header, which can be written in many ways.
        return PartitionedRateLimiter.Create<HttpContext, int>(
            context => RateLimitPartition.GetTokenBucketLimiter(((ApiKeyIdentity)context.User.Identity!).Holder.KeyId, _ => bucket));
    }

    private static Task RefuseAsync(OnRejectedContext rejected)
    {
        var seconds = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? Math.Max(1, Seconds(wait.TotalSeconds)) : 1;
        rejected.HttpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return ApiFailure.RateLimitExceeded(seconds).WriteAsync(rejected.HttpContext);
    }

    private static int Seconds(double seconds) => (int)Math.Min(int.MaxValue, Math.Ceiling(seconds));
}
