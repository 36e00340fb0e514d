namespace IntegrationsDashboard.Web.Security;

/// <summary>Puts into words what browsers call themselves.</summary>
public static class Devices
{
    // The first that fits: most browsers also claim to be others.
    private static readonly (string Sign, string Name)[] Browsers =
    [
        ("Edg", "Edge"), ("OPR/", "Opera"), ("Vivaldi/", "Vivaldi"), ("SamsungBrowser/", "Samsung Internet"), ("Firefox/", "Firefox"),
        ("FxiOS/", "Firefox"), ("CriOS/", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari"), ("curl/", "curl"),
    ];

    private static readonly (string Sign, string Name)[] Systems =
    [
        ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("CrOS", "ChromeOS"),
        ("Macintosh", "Mac"), ("Mac OS", "Mac"), ("Linux", "Linux"),
    ];

    /// <summary>The browser, such as "Chrome"; null where it is none that is known.</summary>
    public static string? Browser(string? userAgent) => Find(Browsers, userAgent);

    /// <summary>What it runs on, such as "Windows"; null where that is not known.</summary>
    public static string? System(string? userAgent) => Find(Systems, userAgent);

    private static string? Find((string Sign, string Name)[] known, string? userAgent) =>
        userAgent is null ? null : known.FirstOrDefault(one => userAgent.Contains(one.Sign, StringComparison.Ordinal)).Name;
}
