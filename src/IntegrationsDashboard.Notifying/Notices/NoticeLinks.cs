using IntegrationsDashboard.Status;

namespace IntegrationsDashboard.Notifying.Notices;

/// <summary>Where a notice leads.</summary>
internal static class NoticeLinks
{
    /// <summary>The first next step; null where there is nothing to do.</summary>
    public static NextStep? Step(NoticeSubject subject) => !subject.AwaitsNextSync && subject.Now.NextSteps is [var first, ..] ? first : null;

    /// <summary>Where that step is done; where there is none, the integration's page.</summary>
    public static Uri Of(NoticeSubject subject, PageAddresses pages)
    {
        // A log that no sync wrote is looked for on the integration's page.
        var step = Step(subject) ?? new NextStep(NextStepKind.OpenLog, default);
        return pages.At(pages.Step(subject.Integration.Id, step));
    }
}
