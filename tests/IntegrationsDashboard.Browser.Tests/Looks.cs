using Microsoft.Playwright;
using Xunit;

namespace IntegrationsDashboard.Browser.Tests;

/// <summary>Pictures of how pages look, kept beside the tests, against which they are held.</summary>
/// <remarks>
/// Drawn anew with <c>LOOKS=draw</c>. Another version of the browser draws letters otherwise: under one they were not drawn with, nothing
/// is compared.
/// </remarks>
internal static class Looks
{
    // So much of a picture may differ: the edges of letters, but no icon, no colour of a badge and no line that moved.
    private const double Tolerance = 0.002;

    // Draws both on canvases and counts the pixels of which a channel differs by more than a quarter of its range.
    private const string Difference =
        """
        async ([left, right]) => {
            const pixels = async data => {
                const image = new Image();
                image.src = "data:image/png;base64," + data;
                await image.decode();
                const canvas = new OffscreenCanvas(image.width, image.height);
                const context = canvas.getContext("2d");
                context.drawImage(image, 0, 0);
                return context.getImageData(0, 0, image.width, image.height);
            };
            const [a, b] = [await pixels(left), await pixels(right)];
            if (a.width !== b.width || a.height !== b.height) {
                return 1;
            }
            let different = 0;
            for (let at = 0; at < a.data.length; at += 4) {
                different += [0, 1, 2].some(channel => Math.abs(a.data[at + channel] - b.data[at + channel]) > 64);
            }
            return different / (a.width * a.height);
        }
        """;

    private static readonly string Folder = Path.Combine(Dashboard.Root(), "tests/IntegrationsDashboard.Browser.Tests/Looks");

    private static bool Draws => Environment.GetEnvironmentVariable("LOOKS") == "draw";

    /// <summary>Skips the test where the pictures were drawn by another version of the browser; notes the version where they are drawn.</summary>
    public static async Task AssertSameBrowserAsync(IPage page)
    {
        var version = page.Context.Browser!.Version.Split('.')[0];
        var note = Path.Combine(Folder, "browser.txt");
        if (Draws)
        {
            Directory.CreateDirectory(Folder);
            await File.WriteAllTextAsync(note, version + "\n");
        }

        var drawn = (await File.ReadAllTextAsync(note)).Trim();
        Assert.SkipUnless(drawn == version, $"The pictures were drawn by Chromium {drawn}, this is {version}; draw them anew with LOOKS=draw.");
    }

    /// <summary>Compares a picture with the one that is kept; where they differ, the new one is kept beside the test's output.</summary>
    /// <returns>What differs; null where nothing does.</returns>
    public static async Task<string?> CompareAsync(IPage page, string name, byte[] picture)
    {
        var kept = Path.Combine(Folder, $"{name}.png");
        if (Draws)
        {
            await File.WriteAllBytesAsync(kept, picture);
            return null;
        }

        var pictures = new[] { Convert.ToBase64String(await File.ReadAllBytesAsync(kept)), Convert.ToBase64String(picture) };
        var difference = await page.EvaluateAsync<double>(Difference, pictures);
        if (difference <= Tolerance)
        {
            return null;
        }

        var found = Path.Combine(AppContext.BaseDirectory, $"{name}.png");
        await File.WriteAllBytesAsync(found, picture);
        return $"{name}: {difference:P2} of the picture differ; see {found}. Where that is meant, draw it anew with LOOKS=draw.";
    }
}
