namespace IntegrationsDashboard.Store.Recording;

/// <summary>The caller may not do what they asked for; nothing was changed.</summary>
/// <param name="needed">What they would have to be allowed.</param>
public sealed class NotAllowedException(Rights needed) : Exception($"This needs the right to {needed.ToString().ToLowerInvariant()}.")
{
    /// <summary>What they would have to be allowed.</summary>
    public Rights Needed { get; } = needed;
}
