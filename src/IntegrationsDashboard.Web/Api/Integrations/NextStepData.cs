namespace IntegrationsDashboard.Web.Api.Integrations;

/// <summary>One thing to do about a status.</summary>
/// <param name="Kind">For programs, such as <c>open_log</c>.</param>
/// <param name="Label">For people.</param>
/// <param name="Url">The absolute address of the page where it is done.</param>
internal sealed record NextStepData(string Kind, string Label, string Url);
