using IntegrationsDashboard.Store.Model;

namespace IntegrationsDashboard.Store.Recording;

/// <summary>A new API key, at the only time when it is known.</summary>
/// <param name="Key">What is stored of it.</param>
/// <param name="Secret">The key itself.</param>
public sealed record CreatedKey(ApiKey Key, string Secret);
