namespace IntegrationsDashboard.Status;

/// <summary>What a change of status means to those who look after the integration.</summary>
public enum TurnKind
{
    /// <summary>It needs somebody more than before.</summary>
    Worse,

    /// <summary>It needs somebody less than before.</summary>
    Better,

    /// <summary>Neither: it came to be, or somebody or the idle rule switched it on or off, or it was deleted.</summary>
    Other,
}
