using IntegrationsDashboard.Status;

namespace IntegrationsDashboard.Web.Demonstration;

/// <summary>
/// The whole demonstration, made up around an instant. The same instant gives the same demonstration; nothing in it lies after it.
/// </summary>
internal static class DemonstrationPlan
{
    private const int Seed = 20_260;

    /// <summary>The integrations, one after the other.</summary>
    public static IEnumerable<DemonstrationIntegration> Integrations(DateTimeOffset now, StatusRules rules)
    {
        var index = 0;
        foreach (var scenario in DemonstrationScenarios.All)
        {
            // Each has accidents of its own, so that a change to one leaves the others as they are.
            yield return DemonstrationHistory.Play(scenario, now.ToUniversalTime(), rules, new Random(Seed + index++));
        }
    }
}
