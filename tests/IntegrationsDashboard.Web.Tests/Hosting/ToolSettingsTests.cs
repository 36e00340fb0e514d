using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Syncing.Connectors;
using IntegrationsDashboard.Web.Hosting;
using Microsoft.Extensions.Configuration;

namespace IntegrationsDashboard.Web.Tests.Hosting;

public sealed class ToolSettingsTests
{
    // The README's example, word for word.
    private static readonly string Example = ReadmeExample();

    [Fact]
    public void The_readme_s_example_is_a_tool()
    {
        var tool = Assert.Single(Read(Example));

        Assert.Equal(("acme-hr", "Acme HR", Category.Hris, "http-json"), (tool.Id, tool.Label, tool.Category, tool.Connector));
        var resource = Assert.Single(tool.HttpJson!.Resources);
        Assert.Equal(PagingKind.Page, resource.Paging.Kind);
        Assert.Contains(resource.Fields, field => field is { Field: "id", IsRequired: true });
        Assert.Contains(resource.Fields, field => field is { Field: "department", Path: "department.name", IsFilter: true });
    }

    [Theory]
    [InlineData("/Tools/0/Id", null, "Tools:0:Id is missing")]
    [InlineData("/Tools/0/Id", "\"Acme HR\"", "Tools:0:Id is \"Acme HR\"")]
    [InlineData("/Tools/0/Label", null, "Tools:0:Label is missing")]
    [InlineData("/Tools/0/Category", null, "Tools:0:Category is missing")]
    [InlineData("/Tools/0/Category", "\"PAYROLL\"", "Tools:0:Category is \"PAYROLL\"; it has to be one of Hris, Ats, Assessment, Lms")]
    [InlineData("/Tools/0/Connector", null, "Tools:0:Connector is missing")]
    [InlineData("/Tools/0/Address", "\"hr.acme.example\"", "Tools:0:Address is \"hr.acme.example\"")]
    [InlineData("/Tools/0/HttpJson", null, "Tools:0:HttpJson is missing")]
    [InlineData("/Tools/0/HttpJson/SignIn", null, "Tools:0:HttpJson:SignIn is missing")]
    [InlineData("/Tools/0/HttpJson/SignIn/0", "\"magic\"", "Tools:0:HttpJson:SignIn:0 is \"magic\"")]
    [InlineData("/Tools/0/HttpJson/SignIn/0", "\"oauth2\"", "Tools:0:HttpJson:TokenPath is missing")]
    [InlineData("/Tools/0/HttpJson/Resources", null, "Tools:0:HttpJson:Resources is missing")]
    [InlineData("/Tools/0/HttpJson/Resources/0/Model", null, "Resources:0:Model is missing")]
    [InlineData("/Tools/0/HttpJson/Resources/0/Path", "\"https://hr.acme.example/employees\"", "Resources:0:Path is")]
    [InlineData("/Tools/0/HttpJson/Resources/0/Paging/Kind", "\"Sideways\"", "Resources:0:Paging:Kind is \"Sideways\"")]
    [InlineData("/Tools/0/HttpJson/Resources/0/Paging/Size", "0", "Resources:0:Paging:Size is 0")]
    [InlineData("/Tools/0/HttpJson/Resources/0/Paging/Size", "\"many\"", "Resources:0:Paging:Size")]
    [InlineData("/Tools/0/HttpJson/Resources/0/Fields/0/Field", "\"number\"", "Resources:0:Fields lack the field \"id\"")]
    [InlineData("/Tools/0/HttpJson/Resources/0/Fields/1/Path", null, "Fields:1:Path is missing")]
    [InlineData("/Tools/0/HttpJson/Resources/0/Fields/1/Field", "\"id\"", "Fields:1:Field is \"id\"")]
    [InlineData("/Tools/0/HttpJson/Resources/0/Feilds", "[]", "Tools:0 cannot be read")]
    [InlineData("/Tools/0/Connector", "\"scim\"", "Tools:0:HttpJson is only for the connector \"http-json\"")]
    public void What_cannot_be_right_is_named_by_its_place(string place, string? value, string expected)
    {
        var refusal = Assert.Throws<InvalidOperationException>(() => Read(With(place, value)));

        Assert.Contains(expected, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_tools_cannot_share_an_id()
    {
        var settings = JsonNode.Parse(Example)!;
        settings["Tools"]!.AsArray().Add(settings["Tools"]![0]!.DeepClone());

        var refusal = Assert.Throws<InvalidOperationException>(() => Read(settings.ToJsonString()));

        Assert.Contains("Tools:1:Id is \"acme-hr\", as that of another tool", refusal.Message, StringComparison.Ordinal);
    }

    private static string With(string place, string? value)
    {
        var settings = JsonNode.Parse(Example)!;
        var steps = place.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var node = steps[..^1].Aggregate(settings, (at, step) => int.TryParse(step, CultureInfo.InvariantCulture, out var index) ? at[index]! : at[step]!);
        if (node is JsonArray array)
        {
            array[int.Parse(steps[^1], CultureInfo.InvariantCulture)] = JsonNode.Parse(value!);
        }
        else if (value is null)
        {
            node.AsObject().Remove(steps[^1]);
        }
        else
        {
            node[steps[^1]] = value == "[]" ? new JsonArray("x") : JsonNode.Parse(value);
        }

        return settings.ToJsonString();
    }

    private static IReadOnlyList<ToolDefinition> Read(string json) => ToolSettings.Read(
        new ConfigurationBuilder().AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(json))).Build().GetSection("Tools"));

    private static string ReadmeExample()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "README.md")))
        {
            folder = folder.Parent!;
        }

        var readme = File.ReadAllText(Path.Combine(folder.FullName, "README.md"));
        var start = readme.IndexOf("```json", StringComparison.Ordinal) + "```json".Length;
        return readme[start..readme.IndexOf("```", start, StringComparison.Ordinal)];
    }
}
