using IntegrationsDashboard.Status;

namespace IntegrationsDashboard.Web.Demonstration;

/// <summary>What the demonstration shows. Organisations and people are invented.</summary>
internal static class DemonstrationScenarios
{
    private const EnvironmentKind Development = EnvironmentKind.Development;

    private static readonly DemonstrationScenario[] InNeed =
    [
        new("Nordlicht Logistik", "personio", IntegrationStatus.CredentialsInvalid)
        {
            Age = Days(31), People = 410, Troubles = [new(TroubleKind.CredentialsRefused, Hours(81))],
        },
        new("Casa Verdemar Hotels", "hibob", IntegrationStatus.CredentialsInvalid)
        {
            Age = Days(34), Troubles = [new(TroubleKind.CredentialsRefused, Days(15.3))],
        },
        new("Quillfeather Press", "greenhouse", IntegrationStatus.CredentialsInvalid)
        {
            People = 130, Troubles = [new(TroubleKind.CredentialsRefused, Days(4.7))],
        },
        new("Brightwater Robotics", "bamboohr", IntegrationStatus.AuthenticationFailing)
        {
            People = 320, Troubles = [new(TroubleKind.CredentialsRefused, Hours(26))],
        },
        new("Halden & Söhne", "successfactors", IntegrationStatus.AuthenticationFailing)
        {
            Age = Days(33),
            People = 1_900,
            SyncsDeltas = true,
            Troubles = [new(TroubleKind.ServiceUnavailable, Days(12.4), Days(12.1)), new(TroubleKind.CredentialsRefused, Hours(60))],
        },
        new("Sandbox Lisbon", "lever", IntegrationStatus.AuthenticationFailing)
        {
            Environment = Development, People = 45, Age = Days(12), Troubles = [new(TroubleKind.CredentialsRefused, Hours(9))],
        },
        new("Tidewell Shipping", "workday", IntegrationStatus.SyncFailing)
        {
            Age = Days(35), People = 2_600, IsRunning = true, Troubles = [new(TroubleKind.ServiceUnavailable, Hours(7))],
        },
        new("Alpenfirn Molkerei", "sagehr", IntegrationStatus.SyncFailing)
        {
            People = 180, Troubles = [new(TroubleKind.SchemaChanged, Hours(44), Model: 0)],
        },
        new("Orchard & Vine Foods", "adp", IntegrationStatus.SyncFailing)
        {
            People = 940,
            Troubles = [new(TroubleKind.RateLimited, Days(8.9), Days(8.6)), new(TroubleKind.RateLimited, Hours(27), Model: 3)],
        },
        new("Kobalt Mobility", "smartrecruiters", IntegrationStatus.SyncFailing)
        {
            People = 520, Troubles = [new(TroubleKind.CertificateExpired, Hours(70))],
        },
        new("Fjordline Energi", "cornerstone", IntegrationStatus.SyncFailing)
        {
            People = 760, Troubles = [new(TroubleKind.TimedOut, Hours(16), Model: 2)],
        },
        new("Sandbox Utrecht", "workable", IntegrationStatus.SyncFailing)
        {
            Environment = Development, People = 60, Age = Days(9), Troubles = [new(TroubleKind.ServiceUnavailable, Hours(8), Model: 2)],
        },
        new("Meridian Stahlwerke", "successfactors", IntegrationStatus.SyncHasWarnings)
        {
            Age = Days(36),
            People = 70_000,
            SyncsDeltas = true,
            HasLongLog = true,
            Troubles = [new(TroubleKind.UnreadableRecords, Hours(11), Model: 3)],
        },
        new("Pinewhistle Schools", "canvas", IntegrationStatus.SyncHasWarnings)
        {
            People = 640, Troubles = [new(TroubleKind.MissingField, Days(6.2))],
        },
        new("Lumen Dental Group", "gusto", IntegrationStatus.SyncHasWarnings)
        {
            People = 150, Troubles = [new(TroubleKind.Forbidden, Days(12.6), Model: 3)],
        },
        new("Sable & Finch Studios", "ashby", IntegrationStatus.SyncHasWarnings)
        {
            People = 210, Troubles = [new(TroubleKind.UnreadableRecords, Hours(31), Model: 2)],
        },
        new("Sandbox Graz", "factorial", IntegrationStatus.SyncHasWarnings)
        {
            Environment = Development, People = 70, Age = Days(13), Troubles = [new(TroubleKind.MissingField, Days(2.1), Model: 0)],
        },
        new("Copperfield Bakeries", "rippling", IntegrationStatus.QualityAssurance)
        {
            Age = Hours(5), Troubles = [new(TroubleKind.SchemaChanged, Hours(6), Model: 0)],
        },
        new("Rio Claro Seguros", "icims", IntegrationStatus.QualityAssurance)
        {
            Age = Days(3.2), People = 380, Troubles = [new(TroubleKind.UnreadableRecords, Days(4), Model: 2)],
        },
        new("Vantage Peak Tours", "docebo", IntegrationStatus.QualityAssurance)
        {
            Age = Hours(20), People = 90, Troubles = [new(TroubleKind.CredentialsRefused, Hours(30))],
        },
        new("Harbor & Hale Law", "paylocity", IntegrationStatus.Setup) { Age = Hours(2), Setup = SetupStatus.Incomplete },
        new("Ateliers Montclair", "teamtailor", IntegrationStatus.Setup)
        {
            Age = Days(2.8), People = 110, Setup = SetupStatus.Incomplete, SetupSyncs = 2,
        },
        new("Stonebridge Clinics", "ukg", IntegrationStatus.Setup)
        {
            Age = Days(11.4), People = 870, Setup = SetupStatus.Incomplete, SetupSyncs = 1,
        },
        new("Sandbox Tallinn", "talentlms", IntegrationStatus.Setup)
        {
            Environment = Development, Age = Hours(6.5), People = 30, Setup = SetupStatus.Incomplete, SetupSyncs = 1,
        },
        new("Saffron Street Kitchens", "zohopeople", IntegrationStatus.Inactive)
        {
            Events = [(Days(6.3), at => new Deactivated(at) { Actor = Person("Lena Hartwig") })],
        },
        new("Pale Blue Analytics", "recruitee", IntegrationStatus.Inactive)
        {
            People = 85, Events = [(Days(2.4), at => new Deactivated(at) { Actor = Key("Billing service") })],
        },
        new("Sandbox Oslo", "oraclehcm", IntegrationStatus.Inactive)
        {
            Environment = Development, People = 50, Age = Days(25), Watched = Days(25),
        },
        new("Sandbox Porto", "hackerrank", IntegrationStatus.Inactive)
        {
            Environment = Development,
            People = 40,
            Age = Days(21),
            Events = [(Days(13.2), at => new Deactivated(at) { Actor = Person("Mateo Santos") })],
        },
        new("Grindstone Fitness", "kenjo", IntegrationStatus.Deleted)
        {
            People = 95, Events = [(Days(3.1), at => new Deleted(at) { Actor = Person("Emma Dahl") })],
        },
        new("Old Mill Theatre", "moodle", IntegrationStatus.Deleted)
        {
            Age = Days(30), Events = [(Days(11.6), at => new Deleted(at) { Actor = Key("Customer portal") })],
        },
    ];

    private static readonly DemonstrationScenario[] Healthy =
    [
        new("Juniper Lane Hotels", "personio", IntegrationStatus.Active) { Age = TimeSpan.FromMinutes(7), IsRunning = true },
        new("Silverpine Insurance", "workday", IntegrationStatus.Active)
        {
            Age = Days(35), People = 1_450, IsRunning = true, Troubles = [new(TroubleKind.ServiceUnavailable, Days(10.1), Days(9.6))],
        },
        new("Greenmantle Seeds", "greenhouse", IntegrationStatus.Active)
        {
            Age = Days(26),
            Troubles = [new(TroubleKind.SchemaChanged, Days(28), Days(25.4), Model: 0)],
            Events = [(Days(25.1), at => new QaResolved(at, "Titles are read again; syncing goes on.") { Actor = Person("Ines Castell") })],
        },
        new("Ridgeway Transit", "bamboohr", IntegrationStatus.Active)
        {
            People = 690,
            Troubles = [new(TroubleKind.CredentialsRefused, Days(7.4), Days(6.2))],
            Events = [(Days(6.2), at => new CredentialsReplaced(at) { Actor = Person("Callum Thorne") })],
        },
        new("Maison Aubrac", "factorial", IntegrationStatus.Active)
        {
            Age = Days(32),
            Troubles = [new(TroubleKind.CredentialsRefused, Days(14.2), Days(9.5))],
            Events = [(Days(9.5), at => new CredentialsReplaced(at) { Actor = Person("Rosa Fontaine") })],
        },
        new("Thornbury College", "moodle", IntegrationStatus.Active)
        {
            People = 1_200, Troubles = [new(TroubleKind.MissingField, Days(6.1), Days(4.2), Model: 2)],
        },
        new("Cobblestone Retail", "ukg", IntegrationStatus.Active)
        {
            People = 2_100, Troubles = [new(TroubleKind.TimedOut, Days(2.3), Days(1.9), Model: 3)],
        },
        new("Ember & Oak Furniture", "teamtailor", IntegrationStatus.Active)
        {
            Age = Days(25),
            Setup = SetupStatus.Incomplete,
            SetupSyncs = 2,
            Events = [(Days(23.8), at => new SetupCompleted(at) { Actor = Person("Oskar Vogt") })],
        },
        new("Wavecrest Surf Supplies", "gusto", IntegrationStatus.Active)
        {
            People = 75,
            Events =
            [
                (Days(12.3), at => new Deactivated(at) { Actor = Person("Yara Ueda") }),
                (Days(9.1), at => new Activated(at) { Actor = Person("Yara Ueda") }),
            ],
        },
        new("Isola Verde Farms", "hibob", IntegrationStatus.Active) { Age = Days(29), SyncsDeltas = true },
        new("Northgate Assembly", "personio", IntegrationStatus.Active)
        {
            People = 830, Troubles = [new(TroubleKind.RateLimited, Days(5.1), Days(4.7), Model: 3)],
        },
        new("Halcyon Biotech", "lever", IntegrationStatus.Active) { Age = Days(30), People = 360, SyncsDeltas = true },
        new("Kestrel Aviation Services", "codility", IntegrationStatus.Active) { Age = Days(22), People = 140 },
        new("Papillon Cosmetics", "docebo", IntegrationStatus.Active)
        {
            People = 480, Troubles = [new(TroubleKind.Forbidden, Days(16.2), Days(13.4), Model: 3)],
        },
        new("Zephyr Wind Power", "testgorilla", IntegrationStatus.Active) { Age = Days(24), People = 220 },
        new("Mosaic Housing Trust", "bullhorn", IntegrationStatus.Active)
        {
            People = 300, Troubles = [new(TroubleKind.UnreadableRecords, Days(3.6), Days(2.7), Model: 2)],
        },
        new("Lakeview Credit Union", "adp", IntegrationStatus.Active)
        {
            Age = Days(33), People = 560, Troubles = [new(TroubleKind.CertificateExpired, Days(17.3), Days(16.2))],
        },
        new("Tamarind Tea Traders", "rippling", IntegrationStatus.Active) { Age = Days(23), People = 65 },
        new("Sandbox Berlin", "personio", IntegrationStatus.Active)
        {
            Environment = Development,
            Age = Days(33),
            Watched = Days(33),
            People = 55,
            SyncsDeltas = true,
            Events = [.. new[] { 27.4, 20.2, 12.7, 5.3, 0.8 }.Select(Request)],
        },
        new("Sandbox Dublin", "greenhouse", IntegrationStatus.Active) { Environment = Development, Age = Days(10), People = 25 },
        new("Sandbox Milan", "workday", IntegrationStatus.Active)
        {
            Environment = Development, Age = Days(8), People = 80, Troubles = [new(TroubleKind.ServiceUnavailable, Days(3.2), Days(3))],
        },
    ];

    // One tool is down for all of its customers, since the same hours: a shared incident.
    private static readonly DemonstrationScenario[] SharingACause =
    [
        Down("Amberfield Nurseries", 190),
        Down("Bluestone Couriers", 340),
        Down("Corvina Wine Estates", 80),
        Down("Delmar Opticians", 260),
    ];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<DemonstrationScenario> All { get; } = [.. InNeed, .. Healthy, .. SharingACause];

    private static DemonstrationScenario Down(string organization, int people) => new(organization, "recruitee", IntegrationStatus.SyncFailing)
    {
        Age = Days(24),
        People = people,
        Troubles = [new(TroubleKind.ServiceUnavailable, Hours(13))],
    };

    private static TimeSpan Hours(double hours) => TimeSpan.FromHours(hours);

    private static TimeSpan Days(double days) => TimeSpan.FromDays(days);

    private static Actor Person(string name) => new(ActorKind.Person, name);

    private static Actor Key(string name) => new(ActorKind.ApiKey, name);

    private static (TimeSpan Ago, Func<DateTimeOffset, IntegrationEvent> Event) Request(double daysAgo) =>
        (Days(daysAgo), at => new ApiRequested(at) { Actor = Key("Bootstrap key") });
}
