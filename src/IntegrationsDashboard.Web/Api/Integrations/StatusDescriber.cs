using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Web.Reports;
using IntegrationsDashboard.Web.Texts;

namespace IntegrationsDashboard.Web.Api.Integrations;

/// <summary>Puts an integration's status into the shape of the API, in the same words as the pages.</summary>
internal sealed class StatusDescriber(StatusTexts texts, ExplanationDescriber explanations, PublicAddress address, TimeProvider time)
{
    public StatusData Describe(IntegrationView integration, HttpRequest request)
    {
        var evaluation = integration.Evaluation;
        return new StatusData
        {
            Status = evaluation.Status.Word(),
            Label = texts.Label(evaluation.Status),
            Reason = texts.Reason(integration.Tool, evaluation.Reason, new Moments(TimeZoneInfo.Utc, time)),
            Explanation = explanations.Describe(integration.Id, evaluation.Reason.Message, evaluation.Evidence, request),
            Since = evaluation.Since,
            SyncsAutomatically = evaluation.SyncsAutomatically,
            State = Words<IntegrationState>.Of(evaluation.State),
            SetupStatus = Words<SetupStatus>.Of(evaluation.Setup),
            QaStatus = Words<QaStatus>.Of(evaluation.Qa),
            NextChangeAt = evaluation.NextChangeAt,
            Evidence = evaluation.Evidence is { SyncId: { } syncId, Entry: var entry }
                ? new EvidenceData(syncId, entry, address.Of(request, Links.Sync(integration.Id, syncId, entry)))
                : new EvidenceData(null, null, null),
            NextSteps = [.. evaluation.NextSteps.Select(step => explanations.Describe(integration.Id, step, request))],
        };
    }
}
