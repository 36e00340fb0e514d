using System.Threading.RateLimiting;

namespace IntegrationsDashboard.Web.Security;

/// <summary>Keeps whoever guesses passwords, codes or links from doing so quickly.</summary>
public sealed class AttemptLimits : IDisposable
{
    /// <summary>How many attempts an IP address has in <see cref="Window"/>.</summary>
    public const int PerAddress = 30;

    /// <summary>How often an unknown e-mail address is refused before it is answered like a locked account.</summary>
    public const int PerUnknown = 7;

    /// <summary>How long attempts are counted.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private readonly PartitionedRateLimiter<string> _addresses = Limiter(PerAddress);
    private readonly PartitionedRateLimiter<string> _unknown = Limiter(PerUnknown);

    /// <summary>Takes one attempt of the caller's IP address; the answer says so where there is none left.</summary>
    public bool Take(HttpContext context)
    {
        if (Take(_addresses, DashboardSignIn.AddressOf(context) ?? ""))
        {
            return true;
        }

        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        context.Response.Headers.RetryAfter = ((int)Window.TotalSeconds).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return false;
    }

    /// <summary>
    /// Takes one attempt of an e-mail address that nobody has; false where an account would be locked by now. Otherwise being
    /// locked would tell which accounts there are.
    /// </summary>
    public bool TakeUnknown(string email) => Take(_unknown, email.Trim().ToUpperInvariant());

    /// <inheritdoc/>
    public void Dispose()
    {
        _addresses.Dispose();
        _unknown.Dispose();
    }

    private static bool Take(PartitionedRateLimiter<string> limiter, string key)
    {
        using var lease = limiter.AttemptAcquire(key);
        return lease.IsAcquired;
    }

    private static PartitionedRateLimiter<string> Limiter(int permits) => PartitionedRateLimiter.Create<string, string>(
        key => RateLimitPartition.GetFixedWindowLimiter(key, _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = Window }));
}
