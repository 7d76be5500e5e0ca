using Microsoft.Playwright;
using Xunit;

namespace NtmServerless.Browser.Tests.Pages;

/// <summary>Pictures of every page, to be looked at: scripts/screenshots.sh.</summary>
public sealed class Screenshots(BrowserApp app)
{
    private const string Variable = "NTM_SCREENSHOTS";
    private const string Only = "NTM_SCREENSHOTS_ONLY";
    private const string Dark = "NTM_SCREENSHOTS_DARK";
    private const string Print = "NTM_SCREENSHOTS_PRINT";

    [Fact]
    public async Task Page_EachOne_IsWrittenAsAPicture()
    {
        string? folder = Environment.GetEnvironmentVariable(Variable);
        Assert.SkipWhen(string.IsNullOrEmpty(folder), $"Pictures are made by scripts/screenshots.sh, which sets {Variable}.");
        string[] only = (Environment.GetEnvironmentVariable(Only) ?? "").Split('|');
        ListedPage[] wanted = [.. PageList.All.Where(p => only.Any(part => p.Name.Contains(part, StringComparison.Ordinal)))];
        bool dark = Environment.GetEnvironmentVariable(Dark) is { Length: > 0 };
        bool print = Environment.GetEnvironmentVariable(Print) is { Length: > 0 };
        foreach (Size size in Enum.GetValues<Size>())
            foreach (IGrouping<Who, ListedPage> pages in wanted.GroupBy(p => p.Who))
                await app.AsAsync(size, pages.Key, async visit =>
                {
                    if (print)
                    {
                        await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });
                        await visit.Page.SetViewportSizeAsync(Tabs.Paper, 1016);
                    }

                    if (dark) await visit.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
                    foreach (ListedPage page in pages)
                    {
                        await visit.GoAsync(app.Year.Path(page.Path));
                        string file = Path.Combine(folder, size == Size.Phone ? "390" : "1280", page.Name + ".png");
                        await visit.Page.ScreenshotAsync(new() { Path = file, FullPage = true });
                    }
                });
        Assert.Equal(2 * wanted.Length, Directory.EnumerateFiles(folder, "*.png", SearchOption.AllDirectories).Count());
    }
}
