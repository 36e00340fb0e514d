namespace IntegrationsDashboard.Web.Api.Syncs;

/// <summary>What the log of a sync holds.</summary>
/// <param name="Entries">How many entries.</param>
/// <param name="Warnings">How many of them are warnings.</param>
/// <param name="Errors">How many of them are errors.</param>
/// <param name="FirstWarning">The sequence number of the first warning; null where there is none.</param>
/// <param name="FirstError">The sequence number of the first error; null where there is none.</param>
internal sealed record LogSummaryData(int Entries, int Warnings, int Errors, int? FirstWarning, int? FirstError);
