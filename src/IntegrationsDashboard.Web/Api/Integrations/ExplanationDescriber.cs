using System.Text.Json;
using IntegrationsDashboard.Status;
using IntegrationsDashboard.Web.Texts;

namespace IntegrationsDashboard.Web.Api.Integrations;

/// <summary>Explains error messages in the API as the pages do.</summary>
internal sealed class ExplanationDescriber(Explainer explainer, StatusTexts texts, PublicAddress address)
{
    /// <summary>What the message means; null where there is none, or nothing is known of it.</summary>
    public ExplanationData? Describe(string integrationId, string? message, Evidence evidence, HttpRequest request) =>
        explainer.Explain(IntegrationNames.ToolOf(integrationId), message) is { } known
            ? new ExplanationData(known.Kind, $"{known.Sentence} {known.Advice}", Describe(integrationId, new NextStep(known.Step, evidence), request))
            : null;

    /// <summary>One thing to do, and where.</summary>
    public NextStepData Describe(string integrationId, NextStep step, HttpRequest request) => new(
        JsonNamingPolicy.SnakeCaseLower.ConvertName(step.Kind.ToString()),
        texts.Label(step.Kind),
        address.Of(request, Links.Step(integrationId, step)));
}
