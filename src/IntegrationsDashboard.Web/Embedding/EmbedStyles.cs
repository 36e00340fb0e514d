using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using IntegrationsDashboard.Notifying.Mail;
using IntegrationsDashboard.Status;

namespace IntegrationsDashboard.Web.Embedding;

/// <summary>The styles of embedded statuses. They stand in the page itself, for the page loads nothing.</summary>
internal static class EmbedStyles
{
    private const string Light = "--ink:#1b1f24;--soft:#555e69;--surface:#fff;--line:#e1e5ea;color-scheme:light;";
    private const string Dark = "--ink:#e6e9ec;--soft:#a3adb8;--surface:#171b1f;--line:#2b3138;color-scheme:dark;";

    /// <summary>The styles of the page.</summary>
    public static string Page { get; } = MakePage();

    /// <summary>What a policy names them by, so that no other style can stand in the page.</summary>
    public static string PageHash { get; } = $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Page)))}'";

    private static string MakePage()
    {
        var css = new StringBuilder();
        css.Append(":root{").Append(Light).Append("}html[data-theme=dark]{").Append(Dark).Append('}')
            .Append("@media (prefers-color-scheme:dark){html[data-theme=auto]{").Append(Dark).Append("}}");
        foreach (var status in Enum.GetValues<IntegrationStatus>())
        {
            var (light, dark) = (StatusColours.Light(status), StatusColours.Dark(status));
            css.Append(CultureInfo.InvariantCulture, $"main[data-status={status.Word()}]{{--tone:{light.Ink};--tint:{light.Tint}}}")
                .Append(CultureInfo.InvariantCulture, $"html[data-theme=dark] main[data-status={status.Word()}]{{--tone:{dark.Ink};--tint:{dark.Tint}}}")
                .Append(CultureInfo.InvariantCulture, $"@media (prefers-color-scheme:dark){{html[data-theme=auto] main[data-status={status.Word()}]{{--tone:{dark.Ink};--tint:{dark.Tint}}}}}");
        }

        css.Append(
            """
            *{box-sizing:border-box}
            html,body{margin:0;background:var(--surface)}
            body{color:var(--ink);font:14px/20px system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;font-variant-numeric:tabular-nums}
            main{display:grid;gap:8px;padding:12px 16px;border:1px solid var(--line);border-radius:6px;min-height:100vh;align-content:start;overflow-wrap:anywhere}
            main[data-status]{border-left:3px solid var(--tone)}
            h1,p,dl,dd{margin:0}
            h1{font-size:14px;font-weight:620}
            h1 span{font-weight:400;color:var(--soft)}
            .line{display:flex;flex-wrap:wrap;align-items:center;gap:4px 12px}
            .badge{display:inline-flex;align-items:center;gap:4px;padding:1px 8px 1px 6px;border-radius:6px;color:var(--tone);background:var(--tint);font-weight:550}
            main[data-status=deleted] .badge{border:1px solid var(--tone)}
            .badge svg{width:16px;height:16px;fill:currentColor}
            .soft{color:var(--soft)}
            .todo{font-weight:550}
            """);
        return css.ToString();
    }
}
