namespace IntegrationsDashboard.Web.Components.Shared;

/// <summary>What a chart shows of each day.</summary>
/// <param name="Label">What it is called.</param>
/// <param name="Tone">The status word by which the stylesheet colours it; null for no status.</param>
/// <param name="Format">Puts a value into words.</param>
public sealed record ChartSeries(string Label, string? Tone, Func<double, string> Format);
