using MudBlazor;

namespace IntegrationsDashboard.Web.Components.Layout;

/// <summary>The look of MudBlazor's components. The colours of the statuses and all else stand in <c>wwwroot/app.css</c>.</summary>
public static class DashboardTheme
{
    private static readonly string[] Sans =
        ["system-ui", "-apple-system", "Segoe UI", "Roboto", "Helvetica Neue", "Noto Sans", "Liberation Sans", "Arial", "sans-serif"];

    /// <summary>The theme, light and dark.</summary>
    public static MudTheme Theme { get; } = new()
    {
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "6px", AppbarHeight = "48px" },
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = Sans, FontSize = "0.875rem", LineHeight = "1.43", LetterSpacing = "normal" },
            Button = new ButtonTypography { FontSize = "0.8125rem", FontWeight = "500", TextTransform = "none", LetterSpacing = "normal" },
            Body1 = new Body1Typography { FontSize = "0.875rem", LetterSpacing = "normal" },
            Body2 = new Body2Typography { FontSize = "0.8125rem", LetterSpacing = "normal" },
        },
        PaletteLight = new PaletteLight
        {
            Primary = "#2f52c9",
            PrimaryContrastText = "#ffffff",
            Background = "#f7f8fa",
            BackgroundGray = "#f0f2f5",
            Surface = "#ffffff",
            AppbarBackground = "#ffffff",
            AppbarText = "#1b1f24",
            TextPrimary = "#1b1f24",
            TextSecondary = "#555e69",
            ActionDefault = "#555e69",
            LinesDefault = "#e1e5ea",
            LinesInputs = "#8b949e",
            TableLines = "#e9ecf0",
            TableHover = "#f5f7fa",
            Divider = "#e1e5ea",
            Error = "#b3261e",
            Success = "#1a7343",
            Warning = "#7d5700",
            Info = "#0a58b0",
        },
        PaletteDark = new PaletteDark
        {
            Primary = "#9db4ff",
            PrimaryContrastText = "#0d1220",
            Background = "#101316",
            BackgroundGray = "#14181c",
            Surface = "#171b1f",
            AppbarBackground = "#171b1f",
            AppbarText = "#e6e9ec",
            TextPrimary = "#e6e9ec",
            TextSecondary = "#a3adb8",
            ActionDefault = "#a3adb8",
            LinesDefault = "#2b3138",
            LinesInputs = "#6b7580",
            TableLines = "#242a30",
            TableHover = "#1c2126",
            Divider = "#2b3138",
            Error = "#ff8a80",
            Success = "#56d394",
            Warning = "#f2c14e",
            Info = "#82bfff",
        },
    };
}
