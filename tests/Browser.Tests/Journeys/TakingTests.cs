using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace NtmServerless.Browser.Tests.Journeys;

/// <summary>Attendance at the door: a tap a person, with a line and without.</summary>
public sealed class TakingTests(BrowserApp app)
{
    [Theory]
    [InlineData(Size.Phone)]
    [InlineData(Size.Desktop)]
    public Task Take_WithAndWithoutALine_MarksEachPersonOnce(Size size) => app.AsAsync(size, Who.LeadUnit, async visit =>
    {
        string id = app.Year["taking-" + size];
        await visit.GoAsync($"/can-bo/lop/{id}/diem-danh/1");
        await Expect(visit.Page.Locator("#offline")).ToBeVisibleAsync();
        await MarkAsync(visit, 0, "present");
        await CountsAsync(id, present: 1);

        await visit.OfflineAsync(true);
        await MarkAsync(visit, 1, "present");
        await MarkAsync(visit, 2, "absent");
        await Expect(visit.Page.Locator("#trang-thai")).ToContainTextAsync("2");
        await visit.Page.ReloadAsync();
        await Expect(visit.Page.Locator(".person")).ToHaveCountAsync(8);
        await Expect(Mark(visit, 0, "present")).ToBeCheckedAsync();
        await Expect(Mark(visit, 1, "present")).ToBeCheckedAsync();
        await Expect(Mark(visit, 2, "absent")).ToBeCheckedAsync();
        await MarkAsync(visit, 3, "present");

        await visit.OfflineAsync(false);
        await CountsAsync(id, present: 3);
        await visit.Page.ReloadAsync();
        await Expect(visit.Page.Locator("input[value=present]:checked")).ToHaveCountAsync(3);
        await Expect(visit.Page.Locator("input[value=absent]:checked")).ToHaveCountAsync(1);
    });

    [Fact]
    public Task Scan_OfATicket_MarksItsOwnerPresent() => app.AsAsync(Size.Phone, Who.LeadUnit, async visit =>
    {
        string id = app.Year["holding"];
        await visit.GoAsync($"/can-bo/lop/{id}/diem-danh/1");
        string code = (await Mark(visit, 5, "present").GetAttributeAsync("name"))!["marks.".Length..];
        FakeCamera.Sees($"NTM:{id}:{code}");

        await visit.Page.Locator("#quet").ClickAsync();

        await Expect(Mark(visit, 5, "present")).ToBeCheckedAsync();
        await CountsAsync(id, present: 2);
    });

    [Fact]
    public Task Everybody_WithoutALine_MarksWhoHasNoMark_AndOnlyThem() => app.AsAsync(Size.Phone, Who.LeadUnit, async visit =>
    {
        string id = app.Year["taking-everybody"];
        await visit.GoAsync($"/can-bo/lop/{id}/diem-danh/1");
        await Expect(visit.Page.Locator("#offline")).ToBeVisibleAsync();
        await visit.OfflineAsync(true);
        await MarkAsync(visit, 0, "absent");
        await visit.Page.Locator("#tat-ca").ClickAsync();
        await Expect(visit.Page.Locator("[data-count=present]")).ToHaveTextAsync("7");
        await Expect(visit.Page.Locator("[data-count=left]")).ToHaveTextAsync("0");
        await Expect(visit.Page.Locator("#tat-ca")).ToBeDisabledAsync();
        await visit.OfflineAsync(false);
        await CountsAsync(id, present: 7);
    });

    private static ILocator Mark(Visit visit, int person, string mark) => visit.Page.Locator(".person").Nth(person).Locator($"input[value={mark}]");

    private static Task MarkAsync(Visit visit, int person, string mark) => Mark(visit, person, mark).Locator("xpath=..").ClickAsync();

    private Task CountsAsync(string id, int present) => Testing.Eventually.TrueAsync(async () =>
    {
        JsonNode c = (await app.Administrator.GetAsync($"/api/classes/{id}")).Must(HttpStatusCode.OK).Json;
        return c["sessionCounts"]!.AsArray().FirstOrDefault(s => s!["session"]!.GetValue<int>() == 1)?["present"]!.GetValue<int>() == present;
    }, TimeSpan.FromSeconds(30), $"{present} are marked present");
}
