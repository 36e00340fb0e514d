using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;

namespace IntegrationsDashboard.Store.Queries;

/// <summary>Something that may explain why an integration stopped working. Either <paramref name="Event"/> or <paramref name="Act"/> says what.</summary>
/// <param name="At">When it happened (UTC).</param>
/// <param name="Event">What happened to the integration; null where <paramref name="Act"/> says it.</param>
/// <param name="Act">What somebody changed in its settings; null where <paramref name="Event"/> says it.</param>
/// <param name="By">Who did it.</param>
public sealed record RelapseEvent(DateTimeOffset At, EventKind? Event, AuditAction? Act, Actor By);
