using IntegrationsDashboard.Status;

namespace IntegrationsDashboard.Store.Queries;

/// <summary>An integration whose status changed, with the last change.</summary>
/// <param name="At">When it changed (UTC).</param>
/// <param name="From">The status before; null where the integration came to be.</param>
/// <param name="Integration">The integration as it is now.</param>
public sealed record OverviewTurn(DateTimeOffset At, IntegrationStatus? From, IntegrationView Integration)
{
    /// <summary>What the change means.</summary>
    public TurnKind Kind => Turns.Of(From, Integration.Evaluation.Status);
}
