namespace IntegrationsDashboard.Status;

/// <summary>Tells changes for the worse from those for the better.</summary>
public static class Turns
{
    /// <summary>What the change means; the order of attention decides where both statuses have a place in it.</summary>
    /// <param name="from">The status before; null where the integration came to be.</param>
    /// <param name="to">The status after.</param>
    public static TurnKind Of(IntegrationStatus? from, IntegrationStatus to)
    {
        if (to.NeedsAttention())
        {
            return from is { } before && before.AttentionRank() < to.AttentionRank() ? TurnKind.Better
                : from is null && to == IntegrationStatus.Setup ? TurnKind.Other
                : TurnKind.Worse;
        }

        return to == IntegrationStatus.Active && from?.NeedsAttention() == true ? TurnKind.Better : TurnKind.Other;
    }
}
