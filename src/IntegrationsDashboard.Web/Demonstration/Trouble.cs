namespace IntegrationsDashboard.Web.Demonstration;

/// <summary>A time during which every sync of an integration goes wrong in the same way.</summary>
/// <param name="Kind">What goes wrong.</param>
/// <param name="From">How long before now it begins.</param>
/// <param name="Until">How long before now it ends; zero: it goes on.</param>
/// <param name="Model">Which of the tool's models it is about.</param>
internal sealed record Trouble(TroubleKind Kind, TimeSpan From, TimeSpan Until = default, int Model = 1);
