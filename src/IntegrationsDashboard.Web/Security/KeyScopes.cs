using IntegrationsDashboard.Store;

namespace IntegrationsDashboard.Web.Security;

/// <summary>The scopes that an API key can have, as people read them, and the rights they stand for.</summary>
public static class KeyScopes
{
    /// <summary>All of them, in the order in which they are offered.</summary>
    public static IReadOnlyList<(string Word, Rights Rights)> All { get; } =
    [
        ("read", Rights.Read),
        ("report", Rights.Report),
        ("manage", Rights.Act | Rights.Delete),
    ];

    /// <summary>The scope that grants a right.</summary>
    public static string WordOf(Rights right) => All.First(scope => (scope.Rights & right) == right).Word;

    /// <summary>The words of the scopes that the rights amount to.</summary>
    public static IEnumerable<string> WordsOf(Rights rights) =>
        All.Where(scope => (rights & scope.Rights) == scope.Rights).Select(scope => scope.Word);
}
