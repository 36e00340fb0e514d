namespace IntegrationsDashboard.Status.Tests;

/// <summary>What an evaluation says, without what only the library can know.</summary>
internal readonly record struct NaiveAnswer(
    IntegrationStatus Status,
    DateTimeOffset Since,
    StatusReason Reason,
    Evidence Evidence,
    SetupStatus Setup,
    QaStatus Qa,
    bool SyncsAutomatically,
    IntegrationState State)
{
    public static NaiveAnswer Of(Evaluation evaluation) => new(
        evaluation.Status,
        evaluation.Since,
        evaluation.Reason,
        evaluation.Evidence,
        evaluation.Setup,
        evaluation.Qa,
        evaluation.SyncsAutomatically,
        evaluation.State);

    public override string ToString() =>
        $"{Status} since {Times.Show(Since)}, {Reason.Code} ({Times.Show(Reason.Since)}, {Times.Show(Reason.Until)}, {Reason.By.Kind}, "
        + $"'{Reason.Message}'), evidence {Evidence.SyncId}:{Evidence.Entry}, setup {Setup}, qa {Qa}, auto {SyncsAutomatically}, {State}";
}
