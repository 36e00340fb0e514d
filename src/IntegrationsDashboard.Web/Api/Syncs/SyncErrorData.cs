namespace IntegrationsDashboard.Web.Api.Syncs;

/// <summary>What went wrong in a sync.</summary>
/// <param name="Message">In the words of whoever reported it.</param>
internal sealed record SyncErrorData(string Message);
