using System.Reflection;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Syncing.Connectors;
using IntegrationsDashboard.Web.Catalogue;

namespace IntegrationsDashboard.Web.Hosting;

/// <summary>Reads the setting <c>Tools</c>. What cannot be right is named by its place, so that it is found at the start and not at a sync.</summary>
internal static class ToolSettings
{
    private const string HttpJson = "http-json";
    private const int LargestPage = 10_000;
    private static readonly string[] SignIn = ["bearer", "basic", "api-key", "oauth2"];

    /// <summary>The tools.</summary>
    /// <exception cref="InvalidOperationException">A setting is missing or cannot be right; the message names it.</exception>
    public static IReadOnlyList<ToolDefinition> Read(IConfigurationSection tools)
    {
        var read = new List<ToolDefinition>();
        foreach (var section in tools.GetChildren())
        {
            Check(section);
            var tool = Bind(section);
            Require(read.All(other => other.Id != tool.Id), section, "Id", $"is \"{tool.Id}\", as that of another tool; give each an id of its own");
            read.Add(tool);
        }

        return read;
    }

    // The binder takes what is missing for null, even where it must not be, so it gets only what is whole.
    private static void Check(IConfigurationSection tool)
    {
        var id = Text(tool, "Id", "give the tool an id, such as \"acme-hr\"");
        Require(ToolCatalogue.IsId(id), tool, "Id", $"is \"{id}\"; it has to be 1 to 40 lower-case letters, digits, hyphens and underscores, a letter first");
        Text(tool, "Label", "give the tool its name for people");
        OneOf(tool, "Category", Text(tool, "Category", "name the tool's category"), Enum.GetNames<Category>());
        var connector = Text(tool, "Connector", $"name what talks to the tool, such as \"{HttpJson}\"");
        if (tool["Address"] is { Length: > 0 } address)
        {
            Require(IsWeb(address), tool, "Address", $"is \"{address}\"; it has to begin with https:// or http://");
        }

        var reading = tool.GetSection("HttpJson");
        if (connector == HttpJson)
        {
            Require(reading.Exists(), tool, "HttpJson", "is missing; say how the tool is read");
            CheckReading(reading);
        }
        else
        {
            Require(!reading.Exists(), tool, "HttpJson", $"is only for the connector \"{HttpJson}\", and this tool's is \"{connector}\"");
        }
    }

    private static void CheckReading(IConfigurationSection reading)
    {
        var methods = Children(reading, "SignIn", "name at least one way to sign in");
        foreach (var method in methods)
        {
            OneOf(method, null, method.Value ?? "", SignIn);
        }

        Require(
            methods.All(method => method.Value != "oauth2") || !string.IsNullOrEmpty(reading["TokenPath"]),
            reading,
            "TokenPath",
            "is missing; \"oauth2\" needs to know where a token comes from");
        var models = new HashSet<string>();
        foreach (var resource in Children(reading, "Resources", "name at least one collection to read"))
        {
            var model = Text(resource, "Model", "give the model an id, such as \"employees\"");
            Require(ToolCatalogue.IsId(model), resource, "Model", $"is \"{model}\"; it has to be lower-case letters, digits, hyphens and underscores, a letter first");
            Require(models.Add(model), resource, "Model", $"is \"{model}\", as that of another resource; a model is read from one");
            Text(resource, "Label", "give the model its name for people");
            var path = Text(resource, "Path", "say where the records are, relative to the tool's address");
            Require(!IsWeb(path), resource, "Path", $"is \"{path}\"; it has to be relative to the tool's address");
            CheckPaging(resource.GetSection("Paging"));
            CheckFields(resource);
        }
    }

    private static void CheckPaging(IConfigurationSection paging)
    {
        if (paging["Kind"] is { } kind)
        {
            OneOf(paging, "Kind", kind, Enum.GetNames<PagingKind>());
        }

        if (paging["Size"] is { } text)
        {
            var size = paging.GetValue<int>("Size");
            Require(size is >= 1 and <= LargestPage, paging, "Size", $"is {text}; it has to be a number from 1 to 10000");
        }
    }

    private static void CheckFields(IConfigurationSection resource)
    {
        var names = new HashSet<string>();
        foreach (var field in Children(resource, "Fields", "say at least where the field \"id\" comes from"))
        {
            var name = Text(field, "Field", "name the model's field");
            Require(names.Add(name), field, "Field", $"is \"{name}\", as that of another field");
            Text(field, "Path", "say where the field is in the tool's record");
        }

        Require(names.Contains("id"), resource, "Fields", "lack the field \"id\", by which a record is known again");
    }

    private static ToolDefinition Bind(IConfigurationSection section)
    {
        try
        {
            return section.Get<ToolDefinition>(options => options.ErrorOnUnknownConfiguration = true)!;
        }
        catch (Exception exception) when (exception is InvalidOperationException or TargetInvocationException)
        {
            throw new InvalidOperationException($"The setting {section.Path} cannot be read. {(exception.InnerException ?? exception).Message}", exception);
        }
    }

    private static IReadOnlyList<IConfigurationSection> Children(IConfigurationSection section, string key, string remedy)
    {
        IReadOnlyList<IConfigurationSection> children = [.. section.GetSection(key).GetChildren()];
        Require(children.Count > 0, section, key, $"is missing; {remedy}");
        return children;
    }

    private static string Text(IConfigurationSection section, string key, string remedy)
    {
        var text = section[key];
        Require(!string.IsNullOrWhiteSpace(text), section, key, $"is missing; {remedy}");
        return text!;
    }

    private static void OneOf(IConfigurationSection section, string? key, string word, IReadOnlyList<string> words) => Require(
        words.Contains(word, StringComparer.OrdinalIgnoreCase), section, key, $"is \"{word}\"; it has to be one of {string.Join(", ", words)}");

    private static bool IsWeb(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp);

    private static void Require(bool holds, IConfigurationSection section, string? key, string problem)
    {
        if (!holds)
        {
            throw new InvalidOperationException($"The setting {(key is null ? section.Path : $"{section.Path}:{key}")} {problem}.");
        }
    }
}
