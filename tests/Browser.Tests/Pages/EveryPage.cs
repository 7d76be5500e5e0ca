using Microsoft.Playwright;
using NtmServerless.Browser.Tests.Support;
using Xunit;

namespace NtmServerless.Browser.Tests.Pages;

/// <summary>Every page can be used by everybody: axe finds nothing, nothing hangs out of the screen, the console stays quiet.</summary>
public sealed class PhonePageTests(BrowserApp app)
{
    public static TheoryData<string, string> Pages => EveryPage.Rows;

    [Theory]
    [MemberData(nameof(Pages))]
    public Task Page_OnAPhone_HasNoFault(string who, string path) => EveryPage.CheckAsync(app, Size.Phone, who, path);
}

/// <summary>The same on a desk; a class of its own, so that both run side by side.</summary>
public sealed class DesktopPageTests(BrowserApp app)
{
    public static TheoryData<string, string> Pages => EveryPage.Rows;

    [Theory]
    [MemberData(nameof(Pages))]
    public Task Page_OnADesk_HasNoFault(string who, string path) => EveryPage.CheckAsync(app, Size.Desktop, who, path);
}

internal static class EveryPage
{
    public static TheoryData<string, string> Rows => new(PageList.All.Select(p => (p.Who.ToString(), p.Path)));

    public static Task CheckAsync(BrowserApp app, Size size, string who, string path) => app.AsAsync(size, Enum.Parse<Who>(who), async visit =>
    {
        string filled = app.Year.Path(path);
        IResponse answer = await visit.GoAsync(filled);
        Assert.Equal(path == "/khong-co-trang-nay" ? 404 : 200, answer.Status);
        // A redirect would show another page than the one that is asked about.
        Assert.Equal(filled.Split('?')[0], new Uri(visit.Page.Url).AbsolutePath);
        Assert.Equal(1, await visit.Heading.CountAsync());
        Assert.Equal("", await visit.Page.FaultsAsync());
    });
}
