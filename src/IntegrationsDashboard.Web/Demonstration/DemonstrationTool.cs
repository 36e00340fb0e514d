using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Web.Catalogue;

namespace IntegrationsDashboard.Web.Demonstration;

/// <summary>
/// What the made-up logs need to know of a tool. The hosts are under <c>.example</c>: nobody can be called by following them.
/// </summary>
/// <param name="Id">Its id in the catalogue.</param>
/// <param name="Category">Its category.</param>
/// <param name="Prefix">What the addresses of its models begin with.</param>
internal sealed record DemonstrationTool(string Id, Category Category, string Prefix = "v1")
{
    private static readonly DemonstrationModel[] HrisModels =
    [
        new("employees", "employees", 1, "work_email", "cost_center"),
        new("groups", "departments", 0.06, "name", "manager_id"),
        new("legal_entities", "legal-entities", 0.008, "name", "tax_id"),
        new("time_off", "time-off/absences", 2.4, "start_date", "note"),
    ];

    private static readonly DemonstrationModel[] AtsModels =
    [
        new("jobs", "jobs", 0.07, "title", "hiring_manager"),
        new("candidates", "candidates", 1.6, "last_name", "phone_number"),
        new("applications", "applications", 2.1, "stage", "source"),
        new("offers", "offers", 0.05, "start_date", "salary_currency"),
    ];

    private static readonly DemonstrationModel[] AssessmentModels =
    [
        new("packages", "assessments", 0.03, "name", "duration_minutes"),
        new("candidates", "candidates", 0.9, "email", "time_zone"),
        new("orders", "invitations", 1.1, "status", "expires_at"),
        new("results", "results", 0.8, "score", "report_url"),
    ];

    private static readonly DemonstrationModel[] LmsModels =
    [
        new("users", "users", 1, "email", "department"),
        new("courses", "courses", 0.2, "title", "language"),
        new("course_progressions", "enrollments", 3.1, "completed_at", "score"),
        new("skills", "skills", 0.15, "name", "level"),
    ];

    /// <summary>The tools that the demonstration knows, by id.</summary>
    public static IReadOnlyDictionary<string, DemonstrationTool> All { get; } = new DemonstrationTool[]
    {
        new("adp", Category.Hris, "hr/v2"),
        new("bamboohr", Category.Hris, "api/gateway/v1"),
        new("factorial", Category.Hris, "api/2024-10/resources"),
        new("gusto", Category.Hris),
        new("hibob", Category.Hris),
        new("kenjo", Category.Hris, "api/v1"),
        new("oraclehcm", Category.Hris, "hcmRestApi/resources/latest"),
        new("paylocity", Category.Hris, "coreHr/v1"),
        new("personio", Category.Hris, "v2"),
        new("rippling", Category.Hris, "platform/api"),
        new("sagehr", Category.Hris, "api"),
        new("successfactors", Category.Hris, "odata/v2"),
        new("ukg", Category.Hris, "personnel/v1"),
        new("workday", Category.Hris, "ccx/api/v1"),
        new("zohopeople", Category.Hris, "people/api"),
        new("ashby", Category.Ats),
        new("bullhorn", Category.Ats, "rest-services"),
        new("greenhouse", Category.Ats),
        new("icims", Category.Ats, "customers"),
        new("lever", Category.Ats),
        new("recruitee", Category.Ats, "c"),
        new("smartrecruiters", Category.Ats, "api/v1"),
        new("teamtailor", Category.Ats),
        new("workable", Category.Ats, "spi/v3"),
        new("codility", Category.Assessment, "api"),
        new("hackerrank", Category.Assessment, "x/api/v3"),
        new("testgorilla", Category.Assessment, "api"),
        new("canvas", Category.Lms, "api/v1"),
        new("cornerstone", Category.Lms, "services/api"),
        new("docebo", Category.Lms, "learn/v1"),
        new("moodle", Category.Lms, "webservice/rest"),
        new("talentlms", Category.Lms, "api/v1"),
    }.ToDictionary(tool => tool.Id);

    /// <summary>Its name for people.</summary>
    public string Label => ToolCatalogue.Label(Id);

    /// <summary>Where its API would answer.</summary>
    public string Host => $"api.{Id}.example";

    /// <summary>What it offers.</summary>
    public IReadOnlyList<DemonstrationModel> Models => Category switch
    {
        Category.Hris => HrisModels,
        Category.Ats => AtsModels,
        Category.Assessment => AssessmentModels,
        _ => LmsModels,
    };

    /// <summary>The address of a path below its host.</summary>
    public string Url(string path) => $"https://{Host}/{Prefix}/{path}";
}
