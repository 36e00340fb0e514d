namespace IntegrationsDashboard.Web.Api.Integrations;

/// <summary>What an error message means.</summary>
/// <param name="Kind">
/// The kind of trouble for programs: certificate, ip_blocked, rate_limit, plan_limit, account_locked, revoked_consent, expired_secret,
/// missing_scope, wrong_credentials, too_slow, wrong_address, outage, invalid_data, or custom where operators explained it. More may come.
/// </param>
/// <param name="Text">What happened and what to do, in plain sentences for people.</param>
/// <param name="NextStep">Where that is done.</param>
internal sealed record ExplanationData(string Kind, string Text, NextStepData NextStep);
