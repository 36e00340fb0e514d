using System.Globalization;
using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Web.Components.Integrations;
using IntegrationsDashboard.Web.Components.Shared;

namespace IntegrationsDashboard.Web.Components.Overview;

/// <summary>What the overview shows, exactly as its address says it.</summary>
/// <param name="Environment">Only this environment; null for both.</param>
/// <param name="Days">How many days the charts show.</param>
public sealed record OverviewState(EnvironmentKind? Environment, int Days)
{
    /// <summary>Reads the parameters of an address; what makes no sense counts as not given.</summary>
    public static OverviewState Parse(string? environment, int? days) => new(
        Enum.TryParse<EnvironmentKind>(environment, true, out var kind) && Enum.IsDefined(kind) ? kind : null, PeriodSwitch.Parse(days));

    /// <summary>The address that shows this.</summary>
    public string Address
    {
        get
        {
            var environment = Environment is { } kind ? $"environment={kind.ToString().ToLowerInvariant()}" : null;
            var days = Days == PeriodSwitch.Usual ? null : string.Create(CultureInfo.InvariantCulture, $"days={Days}");
            var parameters = string.Join('&', new[] { environment, days }.OfType<string>());
            return parameters.Length == 0 ? Links.Overview : $"{Links.Overview}?{parameters}";
        }
    }

    /// <summary>The list of integrations with these statuses in what the overview shows.</summary>
    /// <param name="statuses">Any of these; none for all.</param>
    /// <param name="tool">Only this tool's.</param>
    /// <param name="sort">In which order.</param>
    public string List(IReadOnlyCollection<IntegrationStatus> statuses, string? tool = null, IntegrationSort sort = IntegrationSort.Attention) =>
        new ListState { Filter = new IntegrationFilter { Statuses = statuses, Tool = tool, Environment = Environment }, Sort = sort }.Address;
}
