namespace IntegrationsDashboard.Store.Recording;

/// <summary>What it takes to show an integration's status elsewhere.</summary>
/// <param name="IntegrationId">The integration.</param>
/// <param name="Origins">The origins whose pages may frame it.</param>
/// <param name="Life">How long it works.</param>
public sealed record NewEmbed(string IntegrationId, IReadOnlyList<string> Origins, TimeSpan Life)
{
    /// <summary>The shortest time.</summary>
    public static readonly TimeSpan ShortestLife = TimeSpan.FromDays(1);

    /// <summary>The longest time.</summary>
    public static readonly TimeSpan LongestLife = TimeSpan.FromDays(366);

    /// <summary>The most origins.</summary>
    public const int MostOrigins = 10;
}
