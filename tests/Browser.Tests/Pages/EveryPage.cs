using Microsoft.Playwright;
using Xunit;

namespace NtmServerless.Browser.Tests.Pages;

/// <summary>Every page can be used by everybody: axe finds nothing, nothing hangs out of a screen or a paper, the console stays quiet.</summary>
public sealed class AdministratorPageTests(BrowserApp app, Tabs tabs) : IClassFixture<Tabs>
{
    public static TheoryData<string, string> Pages => EveryPage.Of(who => who == Who.Administrator);

    [Theory]
    [MemberData(nameof(Pages))]
    public Task Page_OnAPhoneAndOnADesk_HasNoFault(string who, string path) => EveryPage.CheckAsync(app, tabs, who, path);
}

/// <summary>The same for everybody else; a class of its own, so that both run side by side.</summary>
public sealed class EverybodysPageTests(BrowserApp app, Tabs tabs) : IClassFixture<Tabs>
{
    public static TheoryData<string, string> Pages => EveryPage.Of(who => who != Who.Administrator);

    [Theory]
    [MemberData(nameof(Pages))]
    public Task Page_OnAPhoneAndOnADesk_HasNoFault(string who, string path) => EveryPage.CheckAsync(app, tabs, who, path);
}

internal static class EveryPage
{
    public static TheoryData<string, string> Of(Func<Who, bool> whose) =>
        new(PageList.All.Where(p => whose(p.Who)).Select(p => (p.Who.ToString(), p.Path)));

    public static Task CheckAsync(BrowserApp app, Tabs tabs, string who, string path) => tabs.LookAsync(
        Enum.Parse<Who>(who),
        async visit =>
        {
            string filled = app.Year.Path(path);
            IResponse answer = await visit.GoAsync(filled);
            Assert.Equal(path == "/khong-co-trang-nay" ? 404 : 200, answer.Status);
            // A redirect would show another page than the one that is asked about.
            Assert.Equal(filled.Split('?')[0], new Uri(visit.Page.Url).AbsolutePath);
            Assert.Equal(1, await visit.Heading.CountAsync());
        },
        async (visit, size) =>
        {
            string faults = await visit.Page.FaultsAsync();
            // A narrow screen may cut a list for signing; a desk shows every column of every table.
            if (size == Size.Desktop) faults += await visit.Page.SlidingAsync();
            Assert.True(faults.Length == 0, $"{size}: {faults}");
        },
        everywhere: true);
}
