namespace IntegrationsDashboard.Web.Tests;

/// <summary>The folders of this project whose programs run on Node.js; tests/run installs what they need.</summary>
internal static class NodeFolder
{
    /// <summary>Where the folder of that name lies.</summary>
    public static string Of(string name)
    {
        var path = Path.Combine("tests/IntegrationsDashboard.Web.Tests", name);
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !Directory.Exists(Path.Combine(directory.FullName, path)))
        {
            directory = directory.Parent;
        }

        return Path.Combine(directory?.FullName ?? throw new InvalidOperationException($"{path} is not above the tests."), path);
    }
}
