using IntegrationsDashboard.Status;

namespace IntegrationsDashboard.Notifying.Notices;

/// <summary>Where a notice leads.</summary>
internal static class NoticeLinks
{
    /// <summary>Where the first next step is done; where there is none, the integration's page.</summary>
    public static Uri Of(NoticeSubject subject, PageAddresses pages)
    {
        // A log that no sync wrote is looked for on the integration's page.
        var step = subject.Now.NextSteps is [var first, ..] ? first : new NextStep(NextStepKind.OpenLog, default);
        return new Uri($"{pages.Origin()}{pages.Step(subject.Integration.Id, step)}");
    }
}
