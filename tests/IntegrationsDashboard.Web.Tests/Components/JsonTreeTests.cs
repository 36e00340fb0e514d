using System.Text.Json;
using Bunit;
using IntegrationsDashboard.Web.Components.Syncs;

namespace IntegrationsDashboard.Web.Tests.Components;

public sealed class JsonTreeTests : ComponentTest
{
    [Theory]
    [InlineData("email", "$.email")]
    [InlineData("first_name", "$.first_name")]
    [InlineData("first-name", "$['first-name']")]
    [InlineData("2fa", "$['2fa']")]
    [InlineData("", "$['']")]
    [InlineData("it's", "$['it\\'s']")]
    [InlineData("a\\b", "$['a\\\\b']")]
    [InlineData("a\nb\u0001", "$['a\\nb\\u0001']")]
    public void A_path_names_a_member_so_that_it_is_found_again(string name, string path) => Assert.Equal(path, JsonPath.Member(JsonPath.Root, name));

    [Fact]
    public void A_path_goes_through_arrays() =>
        Assert.Equal("$.data[3].email", JsonPath.Member(JsonPath.Element(JsonPath.Member(JsonPath.Root, "data"), 3), "email"));

    [Fact]
    public void Of_many_children_some_are_shown_and_more_when_asked_for()
    {
        var tree = Tree(JsonSerializer.Serialize(Enumerable.Range(0, 450)));
        Assert.Equal(1 + 200, tree.FindAll("[role=treeitem]").Count);
        var more = tree.Find(".more button");
        Assert.Equal("Show 200 more of 450", more.TextContent);

        more.Click();
        Assert.Equal("Show 50 more of 450", tree.Find(".more button").TextContent);
        tree.Find(".more button").Click();
        Assert.Equal(1 + 450, tree.FindAll("[role=treeitem]").Count);
        Assert.Empty(tree.FindAll(".more"));
    }

    [Fact]
    public void What_is_folded_is_rendered_only_once_it_is_unfolded()
    {
        var tree = Tree("""{"a":{"b":{"c":[1]}},"empty":{}}""");
        Assert.Equal(["$", "$.a", "$.a.b", "$.empty"], Paths());

        tree.Find("[data-path='$.a.b'] [data-toggle]").Click();
        Assert.Equal(["$", "$.a", "$.a.b", "$.a.b.c", "$.empty"], Paths());
        Assert.Equal("true", tree.Find("[data-path='$.a.b']").GetAttribute("aria-expanded"));
        Assert.Null(tree.Find("[data-path='$.empty']").GetAttribute("aria-expanded"));

        IEnumerable<string?> Paths() => tree.FindAll("[role=treeitem]").Select(line => line.GetAttribute("data-path"));
    }

    [Fact]
    public void Paths_and_values_are_copied()
    {
        JSInterop.Setup<bool>("dashboard.copy", _ => true).SetResult(true);
        var tree = Tree("""{"mail":"ü@example.com","list":[1]}""");

        foreach (var button in tree.FindAll("[data-path='$.mail'] .do"))
        {
            button.Click();
        }

        tree.FindAll("[data-path='$.list'] .do")[1].Click();

        Assert.Equal(["$.mail", "ü@example.com", "[\n  1\n]"], JSInterop.Invocations["dashboard.copy"].Select(call => call.Arguments[0]));
    }

    [Fact]
    public void A_long_text_is_cut_and_says_so()
    {
        var tree = Tree(JsonSerializer.Serialize(new { text = new string('x', 5_000) }));

        Assert.Equal(JsonLeaf.Shown + 1, tree.Find("[data-path='$.text'] .value").TextContent.Length);
        Assert.Contains("only the beginning", tree.Find(".note").TextContent, StringComparison.OrdinalIgnoreCase);
    }

    private IRenderedComponent<JsonTree> Tree(string json) =>
        Render<JsonTree>(p => p.Add(t => t.Document, JsonDocument.Parse(json)).Add(t => t.Label, "Response"));
}
