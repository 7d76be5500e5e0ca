using Microsoft.Playwright;
using NtmServerless.Browser.Tests.Support;
using Xunit;

namespace NtmServerless.Browser.Tests.Pages;

/// <summary>Every page can be used by everybody: axe finds nothing, nothing hangs out of the screen, the console stays quiet.</summary>
public sealed class EveryPageTests(BrowserApp app)
{
    public static TheoryData<Size, string, string> Pages
    {
        get
        {
            TheoryData<Size, string, string> pages = new();
            foreach (Size size in Enum.GetValues<Size>())
                foreach (ListedPage page in PageList.All) pages.Add(size, page.Who.ToString(), page.Path);
            return pages;
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public Task Page_EachOneInEachState_HasNoFault(Size size, string who, string path) => app.AsAsync(size, Enum.Parse<Who>(who), async visit =>
    {
        string filled = app.Year.Path(path);
        IResponse answer = await visit.GoAsync(filled);
        Assert.Equal(path == "/khong-co-trang-nay" ? 404 : 200, answer.Status);
        // A redirect would show another page than the one that is asked about.
        Assert.Equal(filled.Split('?')[0], new Uri(visit.Page.Url).AbsolutePath);
        Assert.Equal(1, await visit.Heading.CountAsync());
        Assert.Empty(await visit.Page.FaultsAsync());
    });
}
