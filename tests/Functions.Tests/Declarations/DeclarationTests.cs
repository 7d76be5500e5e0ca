using System.Net;
using System.Text.Json.Nodes;
using NtmServerless.Functions.Tests.Faults;
using NtmServerless.Spreadsheets;
using Xunit;

namespace NtmServerless.Functions.Tests.Declarations;

/// <summary>
/// A class that a commune held on its own: declared, returned, corrected, accepted, and then in the month's report; a list of them
/// in a spreadsheet; and what each may not do. On a plan of its own, because what is accepted counts.
/// </summary>
public sealed class DeclarationTests
{
    private const string List = "/can-bo/lop-don-vi-khai";
    private const string Declared = "/api/plans/" + TestPlan.Id + "/declared-classes";

    [Fact]
    public async Task Declared_ThenReturnedCorrectedAndAccepted_CountsInTheReportOfTheMonth()
    {
        await using OwnApp app = new() { Clock = "2024-05-20T08:00:00+07:00" };
        await app.StartAsync();
        Api office = app.Administrator, commune = await CallerAsync(app, "commune", TestPlan.Commune);
        Api other = await CallerAsync(app, "commune", TestPlan.OtherCommune);

        // By the form: what is wrong comes back at its field.
        Answer refused = await commune.SendFormAsync(List + "/khai", null, [.. Form, ("women", "36"), ("firstDay", "2024-05-21")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Hãy ghi số từ 0 đến 35.", Decoded(refused), StringComparison.Ordinal);
        Assert.Contains("Ngày này chưa đến.", Decoded(refused), StringComparison.Ordinal);
        // With its paper, which is looked at before anything is kept.
        (string, string)[] typed = [.. Form, ("women", "15"), ("firstDay", "2024-05-16")];
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await WithScanAsync(commune, typed, "không phải tệp"u8.ToArray())).Status);
        Assert.Empty((await office.GetAsync(Declared)).Json.AsArray());
        Answer sent = await WithScanAsync(commune, typed, Files.Pdf("ký lần đầu"));
        Assert.Contains("Đã gửi Văn phòng.", Decoded(sent.Must(HttpStatusCode.OK)), StringComparison.Ordinal);
        JsonNode d = Assert.Single((await office.GetAsync(Declared)).Must(HttpStatusCode.OK).Json.AsArray())!;
        string id = d.Text("id"), page = $"{List}/{id}", api = $"{Declared}/{id}";
        Assert.Equal(
            (TestPlan.Commune, TestPlan.OpenStream, "declared", "2024-05-16"), (d.Text("hostUnitId"), d.Text("streamId"), d.Text("stage"), d.Text("lastDay")));
        Assert.Equal("pdf", d["scan"]!.Text("type"), ignoreCase: true);

        // The same again is asked about; others may neither change nor accept it.
        Answer same = await commune.SendFormAsync(List + "/khai", null, [.. Form, ("women", "15"), ("firstDay", "2024-05-16")]);
        Assert.Contains("Đây là lớp khác", Decoded(same), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await commune.PostAsync(api + "/accept")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await other.PostAsync(api + "/withdraw", new { reason = "không phải của mình" })).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await other.GetAsync(OfficeForms.InPlan(page + "/sua"))).Status);
        Assert.DoesNotContain(page + "/sua", await other.OpenAsync(page), StringComparison.Ordinal);

        // The office has one task, sends it back, the unit has one.
        Assert.Contains(List + "?tinh-trang=declared", await office.OpenAsync("/can-bo"), StringComparison.Ordinal);
        Assert.Contains("chờ Văn phòng xét", await office.OpenAsync("/can-bo/hop-thu"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await office.SendFormAsync(page, page + "/tra-lai", ("reason", ""))).Status);
        (await office.SendFormAsync(page, page + "/tra-lai", ("reason", "Thiếu bản quét danh sách ký"))).Must(HttpStatusCode.OK);
        Assert.Equal("declaration-stage", (await office.PostAsync(api + "/accept")).Problem);
        Assert.Contains(page + "/sua", await commune.OpenAsync("/can-bo"), StringComparison.Ordinal);
        Assert.Contains("Thiếu bản quét danh sách ký", await commune.OpenAsync(page + "/sua"), StringComparison.Ordinal);

        // With its paper, which others do not read.
        (await ScanAsync(commune, page, Files.Pdf("ký"))).Must(HttpStatusCode.OK);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await ScanAsync(commune, page, "không phải tệp"u8.ToArray())).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await other.GetAsync(OfficeForms.InPlan(page + "/ban-quet"))).Status);
        Assert.Equal("%PDF"u8.ToArray(), (await office.GetAsync(OfficeForms.InPlan(page + "/ban-quet"))).Must(HttpStatusCode.OK).Body[..4]);
        (await commune.SendFormAsync(page + "/sua", null, [.. Form, ("women", "16"), ("firstDay", "2024-05-16")])).Must(HttpStatusCode.OK);

        // What the unit changed after the office's page was made is looked at again before it is accepted.
        string before = await office.OpenAsync(page);
        (await commune.PostAsync(api + "/correct", new
        {
            streamId = TestPlan.OpenStream,
            place = "Nhà văn hóa",
            title = "Tập huấn cải tạo vườn tạp",
            firstDay = "2024-05-16",
            attended = 35,
            women = 16,
            spent = new[] { new { sourceId = "kinh-phi-don-vi", amount = 2_500_000 } },
        })).Must(HttpStatusCode.OK);
        string seen = before.Split("name=\"version\" value=\"")[1].Split('"')[0];
        Answer stale = await office.SendFormAsync(OfficeForms.InPlan(page + "/nhan"), ("_key", "stale"), ("version", seen));
        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        Assert.Contains("Đơn vị vừa sửa lớp này", Decoded(stale), StringComparison.Ordinal);
        Assert.Equal("declaration-changed", (await office.PostAsync($"{api}/accept?version={seen}")).Problem);
        Assert.Equal("declaration-changed", (await office.PostAsync(api + "/return", new { reason = "muộn", version = seen })).Problem);

        // Until it is accepted it is in no figure.
        Assert.Equal((0, 0), await HeldAndMissingAsync(office));
        string asked = await office.OpenAsync(page + "/nhan");
        foreach (string said in (string[])["35 người, trong đó 16 nữ", "2.500.000", "/ban-quet", "Tháng 6 năm 2024"])
            Assert.Contains(said, asked, StringComparison.Ordinal);
        (await office.SendFormAsync(page + "/nhan", (string?)null)).Must(HttpStatusCode.OK);
        Assert.Contains("Quá trình", await office.OpenAsync(page + "/nhan"), StringComparison.Ordinal);
        Assert.Equal("accepted", (await office.PostAsync(api + "/accept")).Must(HttpStatusCode.OK).Json.Text("stage"));
        Assert.Equal("declaration-stage", (await commune.PostAsync(api + "/withdraw", new { reason = "muộn" })).Problem);
        Assert.Equal("declaration-stage", (await office.PostAsync(api + "/return", new { reason = "muộn" })).Problem);
        Assert.Contains("Đã nhận lớp đơn vị khai", await commune.OpenAsync("/can-bo/hop-thu"), StringComparison.Ordinal);
        Assert.Equal((1, 0), await HeldAndMissingAsync(office));
        Assert.Contains("Nhận lớp đơn vị khai", await office.OpenAsync("/can-bo/nhat-ky?thang=2024-05"), StringComparison.Ordinal);

        // In the report of the month of its acceptance, marked.
        await app.AdvanceAsync(DateTimeOffset.Parse("2024-06-15T08:00:00+07:00", null));
        string report = $"/api/plans/{TestPlan.Id}/reports/month-2024-06";
        await Eventually.TrueAsync(
            async () => (await office.GetAsync(report)).Status == HttpStatusCode.OK, TimeSpan.FromSeconds(60), "the report is asked for");
        JsonNode figures = (await office.PostAsync(report + "/compile")).Must(HttpStatusCode.OK).Json["figures"]!;
        JsonNode own = figures["streams"]!.AsArray().Single(s => s!.Text("streamId") == TestPlan.OpenStream)!;
        Assert.Equal((1, 1, 35, 16), (own.Number("declared"), own.Number("classesHeld"), own.Number("attended"), own.Number("women")));
        Assert.Equal((35, 2_500_000), (figures["attendedByUnit"].Number(TestPlan.Commune), figures["spent"].Number("kinh-phi-don-vi")));
        Assert.Contains("1 lớp ghi theo báo cáo của đơn vị", await office.OpenAsync("/can-bo/bao-cao/month-2024-06"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_WithAWrongRow_KeepsNothing_AndWhenRight_IsTakenOnce()
    {
        await using OwnApp app = new() { Clock = "2024-05-20T08:00:00+07:00" };
        await app.StartAsync();
        Api commune = await CallerAsync(app, "commune", TestPlan.Commune);
        Answer template = (await commune.GetAsync(OfficeForms.InPlan(List + "/danh-sach/mau.xlsx"))).Must(HttpStatusCode.OK);
        Assert.Contains("Tệp chưa có lớp nào", Decoded(await UploadAsync(commune, template.Body, "a")), StringComparison.Ordinal);

        object?[] good = ["Làm vườn mẫu", "Nhà văn hóa", "10/05/2024", 35, 15, "Nùng: 20; Tày: 15", "2.500.000"];
        Answer wrong = await UploadAsync(commune, Sheet(good, ["Xử lý rác", "", "32/05/2024", 20, 25, "Nùng", "x"]), "b");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        string page = Decoded(wrong);
        foreach (string said in (string[])["Chưa lớp nào được ghi", "Dòng 3", "Địa điểm", "Ngày đầu", "Theo dân tộc", "Hãy ghi số từ 0 đến 20."])
            Assert.Contains(said, page, StringComparison.Ordinal);
        Assert.DoesNotContain("Dòng 2<", page, StringComparison.Ordinal);
        Assert.Empty((await commune.GetAsync(Declared)).Json.AsArray());

        byte[] right = Sheet(good, ["Xử lý rác", "Sân xã", "12/05/2024", 20, 5, null, null]);
        for (int time = 0; time < 2; time++)
        {
            Assert.Contains("Đã ghi cả danh sách", Decoded((await UploadAsync(commune, right, "c")).Must(HttpStatusCode.OK)), StringComparison.Ordinal);
            Assert.Equal(2, (await commune.GetAsync(Declared)).Json.AsArray().Count);
        }

        // Under another key the same list is the same classes once more, which is asked about.
        Assert.Contains("Đây là lớp khác", Decoded(await UploadAsync(commune, right, "d")), StringComparison.Ordinal);
        Assert.Equal(2, (await commune.GetAsync(Declared)).Json.AsArray().Count);
        Answer file = (await commune.GetAsync(OfficeForms.InPlan(List + "/xlsx"))).Must(HttpStatusCode.OK);
        Assert.Equal("PK"u8.ToArray(), file.Body[..2]);
    }

    private static (string, string)[] Form =>
    [
        ("title", "Tập huấn cải tạo vườn tạp"), ("streamId", TestPlan.OpenStream), ("hostUnitId", TestPlan.Commune), ("place", "Nhà văn hóa"),
        ("attended", "35"), ("audiences[5].count", "35"), ("ethnicGroups[0].name", "Nùng"), ("ethnicGroups[0].count", "35"), ("spent[1].amount", "2.500.000"),
    ];

    private static byte[] Sheet(params object?[][] rows) => TableFile.Write(
        "Lớp", ["Tên lớp", "Địa điểm", "Ngày đầu", "Số người dự", "Nữ", "Theo dân tộc", "Kinh phí: kinh phí chủ động cân đối của các đơn vị"], rows);

    private static Task<Answer> UploadAsync(Api caller, byte[] file, string key) => caller.SendAsync(
        HttpMethod.Post, OfficeForms.InPlan(List + "/danh-sach"),
        new MultipartFormDataContent { { new StringContent(key), "_key" }, { new ByteArrayContent(file), "file", "lop.xlsx" } });

    private static Task<Answer> WithScanAsync(Api caller, (string Name, string Value)[] typed, byte[] file)
    {
        MultipartFormDataContent form = new() { { new ByteArrayContent(file), "file", "ky.pdf" } };
        // Numbers by kind and source need what the page's form says beside them.
        foreach ((string name, string value) in typed.Where(f => !f.Name.Contains('[')))
            form.Add(new StringContent(value), name);
        return caller.SendAsync(HttpMethod.Post, OfficeForms.InPlan(List + "/khai"), form);
    }

    private static Task<Answer> ScanAsync(Api caller, string page, byte[] file) => caller.SendAsync(
        HttpMethod.Post, OfficeForms.InPlan(page + "/ban-quet"), new MultipartFormDataContent { { new ByteArrayContent(file), "file", "ky.pdf" } });

    private static async Task<(int Held, int Missing)> HeldAndMissingAsync(Api office)
    {
        JsonNode progress = (await office.GetAsync($"/api/plans/{TestPlan.Id}/progress")).Must(HttpStatusCode.OK).Json;
        return (progress["streams"]!.AsArray().Sum(s => s.Number("classesHeld")), progress.Number("reportsMissing"));
    }

    private static async Task<Api> CallerAsync(OwnApp app, string role, string unitId) => app.Administrator.As(
        (await app.Administrator.PostAsync($"/api/plans/{TestPlan.Id}/keys", new { role, unitId, name = $"{role} {unitId}" }))
            .Must(HttpStatusCode.Created).Json.Text("key"));

    private static string Decoded(Answer answer) => WebUtility.HtmlDecode(answer.Text);
}
