using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace NtmServerless.Browser.Tests.Journeys;

/// <summary>Officers run a class: announced, people brought in, papers sent, reported, approved.</summary>
public sealed class ClassRunTests(BrowserApp app)
{
    [Theory]
    [InlineData(Size.Phone)]
    [InlineData(Size.Desktop)]
    public async Task Announce_OnAHoliday_ListsWhatSpeaksAgainstIt_AndTakesTheReason(Size size)
    {
        Testing.Answer made = await app.Administrator.PostAsync("/api/plans/caoloc-2024/classes", new
        {
            streamId = "xa-tu-to-chuc",
            leadUnitId = "hoi-nong-dan",
            hostUnitId = "xa-gia-cat",
            title = "Lớp vào ngày lễ",
        });
        string page = "/can-bo/lop/" + made.Must(System.Net.HttpStatusCode.Created).Json["id"]!.GetValue<string>();
        await app.AsAsync(size, Who.LeadUnit, async visit =>
        {
            await visit.GoAsync(page + "/thong-bao");
            await visit.Field("venue").FillAsync("Sân vận động");
            for (int session = 0; session < 2; session++) await visit.Field($"sessions[{session}].date").FillAsync("2024-09-02");
            await visit.Field("registrationClosesAt").FillAsync("2024-08-20T17:00");
            await Expect(visit.Field("reason")).ToHaveCountAsync(0);
            await visit.SendAsync(page + "/thong-bao");
            await Expect(visit.Page.Locator(".problem")).ToContainTextAsync("dịp Quốc khánh");
            Assert.Equal("", await visit.Page.FaultsAsync());
            await visit.Field("reason").FillAsync("Gắn với ngày hội của xã");
            await visit.SendAndBeTakenAsync(page + "/thong-bao");
            await Expect(visit.Page.Locator("main")).ToContainTextAsync("Vẫn chọn ngày này: Gắn với ngày hội của xã");
            Assert.Equal("", await visit.Page.FaultsAsync());
        });
    }

    [Theory]
    [InlineData(Size.Phone)]
    [InlineData(Size.Desktop)]
    public async Task Announce_ThenBringInAList_OpensTheClassWithItsPeople(Size size)
    {
        string page = "/can-bo/lop/" + (app.Year["announcing-" + size]);
        await app.AsAsync(size, Who.LeadUnit, async visit =>
        {
            await visit.GoAsync(page + "/thong-bao");
            await visit.Field("venue").FillAsync(size == Size.Phone ? "Nhà văn hóa thôn Nà Pài" : "Hội trường xã Gia Cát");
            // Two half-days stand there as a suggestion.
            for (int session = 0; session < 2; session++)
            {
                await visit.Field($"sessions[{session}].date").FillAsync("2024-07-15");
                await visit.Field($"sessions[{session}].from").FillAsync(session == 0 ? "07:30" : "13:30");
                await visit.Field($"sessions[{session}].to").FillAsync(session == 0 ? "11:00" : "17:00");
            }

            await visit.Field("registrationClosesAt").FillAsync("2024-07-10T17:00");
            await visit.SendAndBeTakenAsync(page + "/thong-bao");
        });
        string id = app.Year["announcing-" + size];
        await Testing.Eventually.TrueAsync(
            async () => (await app.Administrator.GetAsync($"/api/classes/{id}")).Json["stage"]!.GetValue<string>() == "registering",
            TimeSpan.FromSeconds(30), "registration is open");
        await app.AsAsync(size, Who.Commune, async visit =>
        {
            await visit.GoAsync(page + "/danh-sach/nhap");
            byte[] list = TableFile.Write("Danh sách", ["Họ và tên", "Năm sinh", "Giới tính", "Thôn", "Xã", "Thành phần", "SĐT", "Cỡ áo"],
            [
                ["Lăng Văn Tốt", "05/03/1975", "Nam", "Nà Pài", "Gia Cát", "Trưởng thôn", 912345678, "L"],
                ["Lăng Thị Lành", 1980, "Nữ", "Nà Pài", "xã Gia Cát", "Hộ dân", null, "M"],
                ["Lăng Thị Thiếu", "không rõ", "Nữ", "Nà Pài", "xã Gia Cát", "Hộ dân", null, "M"],
            ]);
            await visit.Field("file").SetInputFilesAsync(new FilePayload { Name = "danh-sach.xlsx", MimeType = TableFile.MediaType, Buffer = list });
            await visit.SendAsync(page + "/danh-sach/nhap");
            await Expect(visit.Page.Locator("tr.wrong")).ToHaveCountAsync(1);
            await Expect(visit.Page.Locator(".note").Filter(new() { HasText = "Cỡ áo" })).ToBeVisibleAsync();
            Assert.Equal("", await visit.Page.FaultsAsync());
            // What could not be read is typed here, without the file again.
            await visit.Field("line-3-birthYear").FillAsync("12/3/85");
            await visit.SendAsync(page + "/danh-sach/nhap/xac-nhan");
            await Expect(visit.Page.Locator("tr.wrong")).ToHaveCountAsync(0);
            Assert.Equal("", await visit.Page.FaultsAsync());
            await visit.Field("consent").CheckAsync();
            await visit.Page.Locator("main form button.main").ClickAsync();
            await Expect(visit.Page.Locator("main .note.open[role=status]")).ToBeVisibleAsync();
            Assert.Equal("", await visit.Page.FaultsAsync());
            await visit.GoAsync(page + "/danh-sach");
            await Expect(visit.Page.Locator("main")).ToContainTextAsync("Lăng Thị Lành");
            await Expect(visit.Page.Locator("main")).ToContainTextAsync("Lăng Thị Thiếu");
        });
    }

    [Theory]
    [InlineData(Size.Phone)]
    [InlineData(Size.Desktop)]
    public async Task File_WhenTheLineBreaksDuringTheUpload_SendsTheRestAndTheReportIsApproved(Size size)
    {
        string page = "/can-bo/lop/" + app.Year["filing-" + size];
        await app.AsAsync(size, Who.LeadUnit, async visit =>
        {
            await visit.GoAsync(page + "/minh-chung");
            await visit.Field("file").SetInputFilesAsync(
            [
                new FilePayload { Name = "buoi-1.pdf", MimeType = "application/pdf", Buffer = TestFiles.Pdf("1 " + size) },
                new FilePayload { Name = "buoi-2.pdf", MimeType = "application/pdf", Buffer = TestFiles.Pdf("2 " + size) },
            ]);
            await visit.Page.Locator("[name=kind][value=signedSheet]").CheckAsync();
            await visit.OfflineAsync(true);
            await visit.SendAsync(page + "/minh-chung");
            await Expect(visit.Page.Locator("#tep-da-chon li")).ToHaveCountAsync(2);
            await visit.OfflineAsync(false);
            await visit.ArrivesAsync("xong=");
            await Expect(visit.Page.Locator("ul.files > li")).ToHaveCountAsync(2);
            Assert.Equal("", await visit.Page.FaultsAsync());

            await visit.GoAsync(page + "/bao-cao");
            await visit.Field("results").FillAsync("Lớp học đạt yêu cầu.");
            await visit.SendAndBeTakenAsync(page + "/bao-cao");
        });
        await app.AsAsync(size, Who.Administrator, async visit =>
        {
            await visit.GoAsync(page + "/bao-cao");
            await visit.SendAndBeTakenAsync(page + "/bao-cao/duyet");
        });
        string id = app.Year["filing-" + size];
        await Testing.Eventually.TrueAsync(
            async () => (await app.Administrator.GetAsync($"/api/classes/{id}")).Json["stage"]!.GetValue<string>() == "closed",
            TimeSpan.FromSeconds(30), "the class is closed");
    }

    [Theory]
    [InlineData(Size.Phone)]
    [InlineData(Size.Desktop)]
    public Task Committee_ReadsProgressAndAsksForAReport(Size size) => app.AsAsync(size, Who.Committee, async visit =>
    {
        await visit.GoAsync("/can-bo/tien-do");
        await Expect(visit.Page.Locator("table").First).ToBeVisibleAsync();
        await visit.GoAsync("/can-bo/bao-cao/yeu-cau");
        await visit.Field("from").FillAsync("2024-04-15");
        await visit.Field("to").FillAsync(size == Size.Phone ? "2024-05-07" : "2024-05-08");
        await visit.SendAndBeTakenAsync("/can-bo/bao-cao/yeu-cau");
    });
}
