using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Queries;

namespace IntegrationsDashboard.Web.Components.Overview;

/// <summary>One line about what changed: of one integration, or of several of one tool that turned the same way.</summary>
/// <param name="Tool">The tool's id.</param>
/// <param name="To">The status now.</param>
/// <param name="Turns">What changed, the last first; one at least.</param>
public sealed record TurnLine(string Tool, IntegrationStatus To, IReadOnlyList<OverviewTurn> Turns)
{
    /// <summary>As many of one tool as make a line of their own together.</summary>
    public const int Least = SharedIncidents.Least;

    /// <summary>The lines about some changes; what changed last stands first.</summary>
    public static IReadOnlyList<TurnLine> Of(IEnumerable<OverviewTurn> turns)
    {
        ArgumentNullException.ThrowIfNull(turns);
        return
        [
            .. turns
                .GroupBy(turn => (turn.Integration.Tool, turn.Integration.Evaluation.Status))
                .SelectMany(alike => alike.Count() >= Least ? [Line([.. alike])] : alike.Select(turn => Line([turn])))
                .OrderByDescending(line => line.Turns[0].At),
        ];
    }

    private static TurnLine Line(IReadOnlyList<OverviewTurn> turns)
    {
        OverviewTurn[] sorted = [.. turns.OrderByDescending(turn => turn.At)];
        return new TurnLine(sorted[0].Integration.Tool, sorted[0].Integration.Evaluation.Status, sorted);
    }
}
