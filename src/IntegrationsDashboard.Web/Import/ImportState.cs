namespace IntegrationsDashboard.Web.Import;

/// <summary>How far an import has come.</summary>
/// <param name="Bytes">How much of the file is written.</param>
/// <param name="Lines">How many lines those are.</param>
/// <param name="Refused">How many of them were not taken.</param>
internal readonly record struct ImportState(long Bytes, long Lines, long Refused);
