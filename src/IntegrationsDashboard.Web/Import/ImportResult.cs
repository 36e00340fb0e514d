namespace IntegrationsDashboard.Web.Import;

/// <summary>What an import has done.</summary>
/// <param name="ResumedAfter">How many lines an earlier import had taken already.</param>
/// <param name="Lines">How many lines the file has.</param>
/// <param name="Refused">How many of them were not taken, those of earlier imports included.</param>
internal sealed record ImportResult(long ResumedAfter, long Lines, long Refused);
