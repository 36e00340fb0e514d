using System.Globalization;
using System.Resources;

namespace IntegrationsDashboard.Notifying.Resources;

/// <summary>The texts of what people are told about integrations. Instants, lengths of time and names come in words.</summary>
internal static class NoticeResources
{
    private static readonly ResourceManager Texts = new(typeof(NoticeResources));

    public static string Stopped => Text(nameof(Stopped));

    public static string WaitsNoMore => Text(nameof(WaitsNoMore));

    public static string LookedInto => Text(nameof(LookedInto));

    public static string SyncsAgain => Text(nameof(SyncsAgain));

    public static string TheyWrite => Text(nameof(TheyWrite));

    public static string OpenQueue => Text(nameof(OpenQueue));

    public static string OpenIntegration => Text(nameof(OpenIntegration));

    public static string OpenList => Text(nameof(OpenList));

    public static string SectionAttention => Text(nameof(SectionAttention));

    public static string SectionWaiting => Text(nameof(SectionWaiting));

    public static string SectionResolved => Text(nameof(SectionResolved));

    public static string SectionWell => Text(nameof(SectionWell));

    public static string WhyOperator => Text(nameof(WhyOperator));

    public static string Preferences => Text(nameof(Preferences));

    public static string Unsubscribe => Text(nameof(Unsubscribe));

    public static string Name(string organization, string tool) => Text(nameof(Name), organization, tool);

    public static string NameAndStatus(string organization, string tool, string status) => Text(nameof(NameAndStatus), organization, tool, status);

    public static string Works(string organization, string tool) => Text(nameof(Works), organization, tool);

    public static string Waits(string organization, string tool) => Text(nameof(Waits), organization, tool);

    public static string Resolved(string organization, string tool) => Text(nameof(Resolved), organization, tool);

    public static string Since(string moment) => Text(nameof(Since), moment);

    public static string WellByNow(string status, string at, string wellSince) => Text(nameof(WellByNow), status, at, wellSince);

    public static string MovedOn(string status, string at, string now) => Text(nameof(MovedOn), status, at, now);

    public static string TimeLeft(string pause, string left) => Text(nameof(TimeLeft), pause, left);

    public static string PassOn(string organization) => Text(nameof(PassOn), organization);

    public static string WellSince(string moment) => Text(nameof(WellSince), moment);

    public static string WasNotWell(string length) => Text(nameof(WasNotWell), length);

    public static string DidNotLast(string moment) => Text(nameof(DidNotLast), moment);

    public static string OfWorkspace(string workspace) => Text(nameof(OfWorkspace), workspace);

    public static string FirstSyncFailed(string moment) => Text(nameof(FirstSyncFailed), moment);

    public static string FirstSyncHadWarnings(string moment) => Text(nameof(FirstSyncHadWarnings), moment);

    public static string Reported(string message) => Text(nameof(Reported), message);

    public static string Attention(int count) => Counted(nameof(Attention), count);

    public static string Waiting(int count) => Counted(nameof(Waiting), count);

    public static string Well(int count) => Counted(nameof(Well), count);

    /// <summary>Of two integrations or more.</summary>
    public static string News(int count) => Text(nameof(News), count);

    /// <summary>Of two customers or more.</summary>
    public static string ToolFails(string tool, int customers) => Text(nameof(ToolFails), tool, customers);

    public static string More(int count) => Text(nameof(More), count);

    public static string WhyMember(string workspace) => Text(nameof(WhyMember), workspace);

    private static string Counted(string name, int count) => Text(count == 1 ? $"{name}_One" : $"{name}_Many", count);

    private static string Text(string name, params object[] arguments) => string.Format(
        CultureInfo.CurrentCulture,
        Texts.GetString(name, CultureInfo.CurrentUICulture) ?? throw new MissingManifestResourceException($"There is no text {name}."),
        arguments);
}
