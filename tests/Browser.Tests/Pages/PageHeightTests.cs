using Xunit;

namespace NtmServerless.Browser.Tests.Pages;

/// <summary>Who looks for a minute sees it at once: progress is one screen, a report a few, while their tables are folded.</summary>
public sealed class PageHeightTests(BrowserApp app, Tabs tabs) : IClassFixture<Tabs>
{
    // What a data folder for practice adds does not count: nobody decides there.
    private const string Height = "document.documentElement.scrollHeight - (document.querySelector('.ribbon')?.offsetHeight ?? 0)";
    private const string Opened = "document.querySelectorAll('main details[open]').length";

    private const string Shown = """
        [...document.querySelectorAll('.decide .main, .bar')].map(e => e.getBoundingClientRect())
          .map((place, i) => `${i === 0 ? 'menu' : 'approve'} ${place.height > 0 && place.bottom <= innerHeight}`)
        """;

    [Fact]
    public Task Progress_OnADesk_IsOneScreen() => tabs.LookAsync(
        Who.Committee,
        visit => visit.GoAsync("/can-bo/tien-do"),
        async (visit, size) =>
        {
            Assert.Equal(0, await visit.Page.EvaluateAsync<int>(Opened));
            Assert.True(await visit.Page.Locator("details.fold table").CountAsync() >= 5, "the tables are there, folded");
            Assert.InRange(await visit.Page.EvaluateAsync<int>(Height), 1, size == Size.Phone ? 2500 : 908);
        });

    [Theory]
    [InlineData(Who.Administrator, "report")]
    [InlineData(Who.Administrator, "approved-report")]
    [InlineData(Who.Administrator, "asked-report")]
    [InlineData(Who.CultureOffice, "compiled-report")]
    public Task Report_OnAPhoneAndOnADesk_IsShort(Who who, string report) => tabs.LookAsync(
        who,
        visit => visit.GoAsync(app.Year.Path($"/can-bo/bao-cao/{{{report}}}")),
        async (visit, _) =>
        {
            Assert.Equal(0, await visit.Page.EvaluateAsync<int>(Opened));
            Assert.InRange(await visit.Page.EvaluateAsync<int>(Height), 1, 2500);
        });

    [Fact]
    public Task Decision_OnAPhone_StaysAtTheFoot() => tabs.LookAsync(
        Who.Committee,
        visit => visit.GoAsync(app.Year.Path("/can-bo/bao-cao/{report}")),
        async (visit, size) =>
        {
            string[] seen = await visit.Page.EvaluateAsync<string[]>(Shown);
            Assert.Contains("approve true", seen);
            if (size == Size.Phone) Assert.DoesNotContain("menu true", seen);
        });
}
