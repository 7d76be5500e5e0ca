using Microsoft.Playwright;
using Xunit;

namespace NtmServerless.Browser.Tests.Pages;

/// <summary>Pictures of every page, to be looked at: scripts/screenshots.sh.</summary>
public sealed class Screenshots(BrowserApp app)
{
    private const string Variable = "NTM_SCREENSHOTS";

    [Fact]
    public async Task Page_EachOne_IsWrittenAsAPicture()
    {
        string? folder = Environment.GetEnvironmentVariable(Variable);
        Assert.SkipWhen(string.IsNullOrEmpty(folder), $"Pictures are made by scripts/screenshots.sh, which sets {Variable}.");
        foreach (Size size in Enum.GetValues<Size>())
            foreach (IGrouping<Who, ListedPage> pages in PageList.All.GroupBy(p => p.Who))
                await app.AsAsync(size, pages.Key, async visit =>
                {
                    foreach (ListedPage page in pages)
                    {
                        await visit.GoAsync(app.Year.Path(page.Path));
                        string file = Path.Combine(folder, size == Size.Phone ? "390" : "1280", page.Name + ".png");
                        await visit.Page.ScreenshotAsync(new() { Path = file, FullPage = true });
                    }
                });
        Assert.Equal(2 * PageList.All.Count, Directory.EnumerateFiles(folder, "*.png", SearchOption.AllDirectories).Count());
    }
}
