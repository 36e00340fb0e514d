namespace IntegrationsDashboard.Web.Hosting;

/// <summary>How many requests an API key may make: a bucket that is full at first, loses a token per request, and is filled up steadily.</summary>
/// <param name="TokensPerSecond">The requests a second that it may make for ever; above zero, at most a million.</param>
/// <param name="Burst">The requests that it may make at once after a rest; from 1 to a hundred million.</param>
public sealed record RateLimit(double TokensPerSecond, int Burst)
{
    /// <summary>50 a second, 500 at once.</summary>
    public static RateLimit Default { get; } = new(50, 500);

    /// <summary>Reads the setting <c>Api:RateLimit</c>.</summary>
    /// <exception cref="InvalidOperationException">It cannot be right; the message names what is wrong.</exception>
    public static RateLimit From(IConfiguration configuration)
    {
        const double mostPerSecond = 1_000_000;
        const int mostAtOnce = 100_000_000;
        var section = configuration.GetSection("Api:RateLimit");
        var limit = new RateLimit(
            section.GetValue(nameof(TokensPerSecond), Default.TokensPerSecond), section.GetValue(nameof(Burst), Default.Burst));
        return limit switch
        {
            { TokensPerSecond: not (> 0 and <= mostPerSecond) } => throw new InvalidOperationException(
                $"The setting Api:RateLimit:TokensPerSecond is {section[nameof(TokensPerSecond)]}; it has to be a number above zero, up to 1000000."),
            { Burst: not (>= 1 and <= mostAtOnce) } => throw new InvalidOperationException(
                $"The setting Api:RateLimit:Burst is {section[nameof(Burst)]}; it has to be a whole number from 1 to 100000000."),
            _ => limit,
        };
    }
}
