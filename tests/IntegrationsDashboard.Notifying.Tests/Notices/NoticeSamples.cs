using System.Globalization;
using IntegrationsDashboard.Notifying.Crash;
using IntegrationsDashboard.Notifying.Notices;
using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Recording;
using Microsoft.Extensions.Time.Testing;

namespace IntegrationsDashboard.Notifying.Tests.Notices;

/// <summary>Integrations with a history, and what there is to tell of them.</summary>
internal sealed class NoticeSamples
{
    public const string Unsubscribe = "https://dashboard.example/unsubscribe/a1b2";

    private int _number;

    /// <summary>A Monday.</summary>
    public static DateTimeOffset Start { get; } = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    public FakeTimeProvider Time { get; } = new(Start);

    /// <summary>Words that show which language they were asked in.</summary>
    public static NoticeWords Words { get; } = new()
    {
        Status = status => $"{status}[{CultureInfo.CurrentUICulture.Name}]",
        Reason = (tool, reason) => $"{tool} {reason.Code} since {Moment(reason.Since)}. {reason.Message}",
        Moment = Moment,
        Step = step => $"{step}[{CultureInfo.CurrentUICulture.Name}]",
        Tool = tool => $"{char.ToUpperInvariant(tool[0])}{tool[1..]}",
    };

    public NoticeWriter Writer => new(Words, CrashServices.Pages, StatusRules.Default, Time);

    public static string Moment(DateTimeOffset at) => at.ToString("dddd d MMM yyyy HH:mm", CultureInfo.CurrentCulture);

    /// <summary>An integration whose syncs ended so, one an hour from the start on.</summary>
    public Integration Integration(string organization, string tool, params SyncState[] syncs)
    {
        var facts = IntegrationFacts.Created(EnvironmentKind.Production, Start.AddDays(-30), Start);
        for (var number = 0; number < syncs.Length; number++)
        {
            facts = facts.Apply(new SyncFinished(new SyncReference($"sync-{number}", syncs[number], Start.AddHours(number), Message: Message(syncs[number]))));
        }

        _number++;
        var id = $"{tool}:{_number:D24}";
        return new Integration
        {
            Id = id,
            WorkspaceId = 1,
            EnvironmentId = 1,
            Environment = EnvironmentKind.Production,
            Tool = tool,
            Category = Category.Hris,
            EndUser = new EndUser { OrganizationName = organization },
            CreatedAt = Start.AddDays(-30),
            BaseFacts = facts,
            Facts = facts,
            NameKey = SortKeys.Name(organization, tool, id),
            SearchText = "",
        };
    }

    public static ClaimedNotice Notice(
        Integration integration, NoticeKind kind, IntegrationStatus status, DateTimeOffset? at = null, string? note = null) => new(
        new Notice
        {
            WorkspaceId = 1,
            IntegrationId = integration.Id,
            IncidentId = 1,
            Kind = kind,
            Status = status,
            At = at ?? Start.AddHours(1),
            DueAt = Start.AddHours(1),
            State = NoticeState.Pending,
        },
        integration,
        note,
        HasCredentialsHere: true);

    public static ClaimedNotices Claim(string language, params ClaimedNotice[] notices) => new()
    {
        Owner = "test",
        LeaseUntil = Start.AddDays(1),
        WorkspaceId = 1,
        Workspace = "Acme & Co",
        Reader = new NoticeReader(Guid.Empty, "Ada", "ada@acme.example", language, Rights.Read | Rights.Act),
        WebhookId = null,
        Notices = notices,
    };

    public Integration Failing(string organization = "Löwe", string tool = "personio") =>
        Integration(organization, tool, SyncState.Succeeded, SyncState.Failed);

    public Integration Refused(string organization = "Löwe", string tool = "personio") =>
        Integration(organization, tool, SyncState.Succeeded, SyncState.AuthenticationFailed);

    public Integration Well(string organization = "Löwe", string tool = "personio") =>
        Integration(organization, tool, SyncState.Succeeded, SyncState.Failed, SyncState.Succeeded);

    private static string? Message(SyncState state) => state == SyncState.Succeeded ? null : "It answered 503.";
}
