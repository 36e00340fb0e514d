using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Syncing.Connectors;

namespace IntegrationsDashboard.Web.Sandbox;

/// <summary>The sandbox as a tool that can be connected.</summary>
internal static class SandboxTool
{
    /// <summary>The tool's id.</summary>
    public const string Id = "sandbox";

    /// <summary>Where its calls begin.</summary>
    public const string Path = "/sandbox/api";

    /// <summary>How it is read at the program's own address.</summary>
    public static ToolDefinition At(Uri address) => new()
    {
        Id = Id,
        Label = "Sandbox HR",
        Category = Category.Hris,
        Connector = "http-json",
        Address = address.ToString(),
        Guide = new Uri(address, Links.Sandbox),
        HttpJson = new HttpJsonDefinition
        {
            SignIn = ["bearer"],
            CheckPath = "sandbox/api/departments",
            Resources =
            [
                Resource("departments", "Departments", new FieldMapping("name", "name", IsRequired: true)),
                Resource(
                    "employees",
                    "Employees",
                    new("first_name", "first_name", IsRequired: true),
                    new("last_name", "last_name", IsRequired: true),
                    new("work_email", "email", IsRequired: true),
                    new("phone_number", "phone"),
                    new("job_title", "job_title"),
                    new("weekly_hours", "weekly_hours"),
                    new("department", "department.name", IsFilter: true),
                    new("location", "location.name", IsFilter: true),
                    new("start_date", "started_on")),
                Resource(
                    "absences",
                    "Absences",
                    new("employee_id", "employee_id", IsRequired: true),
                    new("kind", "kind"),
                    new("start_date", "starts_on", IsRequired: true),
                    new("days", "days")),
            ],
        },
    };

    private static HttpJsonResource Resource(string model, string label, params FieldMapping[] fields) => new()
    {
        Model = model,
        Label = label,
        Path = $"sandbox/api/{model}",
        Records = "data",
        Paging = new PagingDefinition { Kind = PagingKind.Page, Size = 50 },
        ChangedSinceParameter = "changed_since",
        Fields = [new("id", "id", IsRequired: true), .. fields],
    };
}
