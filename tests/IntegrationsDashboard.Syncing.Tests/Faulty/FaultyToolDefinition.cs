using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Syncing.Connectors;

namespace IntegrationsDashboard.Syncing.Tests.Faulty;

/// <summary>Tells the HTTP JSON connector how to read a <see cref="FaultyTool"/>.</summary>
internal static class FaultyToolDefinition
{
    public static ToolDefinition Of(FaultyTool tool) => new()
    {
        Id = "faulty",
        Label = "Faulty HR",
        Category = Category.Hris,
        Connector = "http-json",
        HttpJson = new HttpJsonDefinition
        {
            SignIn = ["bearer", "basic", "api-key", "oauth2"],
            TokenPath = "oauth/token",
            Resources =
            [
                new HttpJsonResource
                {
                    Model = "employees",
                    Label = "Employees",
                    Path = "api/employees",
                    Records = "data.items",
                    Paging = PagingOf(tool),
                    ChangedSinceParameter = "updated_since",
                    RemovedField = "removed",
                    Fields =
                    [
                        new FieldMapping("id", "id", IsRequired: true),
                        new FieldMapping("first_name", "name.first"),
                        new FieldMapping("last_name", "name.last", IsRequired: true),
                        new FieldMapping("work_email", "contact.email"),
                        new FieldMapping("department", "department", IsFilter: true),
                        new FieldMapping("location", "location", IsFilter: true),
                    ],
                },
                new HttpJsonResource
                {
                    Model = "departments",
                    Label = "Departments",
                    Path = "api/departments",
                    Records = "data.items",
                    Paging = PagingOf(tool),
                    ChangedSinceParameter = "updated_since",
                    Fields = [new FieldMapping("id", "id", IsRequired: true), new FieldMapping("name", "name", IsRequired: true)],
                },
            ],
        },
    };

    private static PagingDefinition PagingOf(FaultyTool tool) => new()
    {
        Kind = tool.Paging,
        Size = tool.PageSize,
        SizeParameter = "limit",
        Parameter = tool.Paging switch
        {
            PagingKind.Offset => "offset",
            PagingKind.Cursor => "cursor",
            _ => "page",
        },
        CursorPath = "meta.next",
    };
}
