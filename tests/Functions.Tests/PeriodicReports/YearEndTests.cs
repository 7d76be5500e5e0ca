using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NtmServerless.Domain.Ids;
using NtmServerless.Domain.PeriodicReports;
using NtmServerless.Domain.Periods;
using NtmServerless.Domain.Plans;
using NtmServerless.Functions.Tests.Faults;
using NtmServerless.Storage.PeriodicReports;
using Xunit;

namespace NtmServerless.Functions.Tests.PeriodicReports;

/// <summary>
/// A class held before the last cut-off and approved after it, one held after it, and communication of both sides: driven on the
/// fast clock over the year's end to the next plan's first quarter, in both ways that an office can choose.
/// </summary>
public sealed class YearEndTests
{
    private const string Next = "caoloc-2025";

    [Fact]
    public async Task YearEnd_WithASupplement_CountsLateThingsOnceInEveryChain_AndClosesTheYear()
    {
        await using OwnApp app = new() { Clock = "2024-12-08T08:00:00+07:00" };
        await app.StartAsync();
        await LateThingsAsync(app);
        Assert.Equal("year-reports-open", (await AskAsync(app, "supplement")).Problem);
        foreach (string id in (string[])["month-2024-12", "quarter-2024-4", "half-2024-2", "year-2024"]) await ApproveAsync(app, TestPlan.Id, id);

        string page = await OpenAsync(app);
        Assert.Contains("Báo cáo Năm:", page, StringComparison.Ordinal);
        Assert.Contains("Lập báo cáo bổ sung", page, StringComparison.Ordinal);
        Assert.Contains("Các báo cáo cộng lại", page, StringComparison.Ordinal);
        await RefusedAsync(app, "/khep", "chưa có lý do để ngoài");

        await app.AdvanceAsync(At("2025-01-20 08:00"));
        JsonNode asked = (await AskAsync(app, "supplement")).Must(HttpStatusCode.Accepted).Json;
        Assert.Equal(("supplement-2024-01", "2024-12-15", "2025-01-19"), (asked.Text("id"), asked["period"].Text("from"), asked["period"].Text("to")));
        JsonNode supplement = await ApproveAsync(app, TestPlan.Id, "supplement-2024-01");
        Assert.Equal((2, 2), (supplement["figures"]!["streams"]!.AsArray().Sum(s => s.Number("classesHeld")),
            supplement["figures"]!["attendedByUnit"].Number(TestPlan.Commune)));
        Assert.Equal(4, supplement["figures"]!["communicationByChannel"].Number("Broadcast"));

        await AddsUpAsync(app);
        Assert.True(await FiguresOpenWhatTheyCountAsync(app, "/can-bo/bao-cao/supplement-2024-01") > 10);
        page = await OpenAsync(app);
        Assert.DoesNotContain("số liệu khác hồ sơ", page, StringComparison.Ordinal);
        await SetAllAsideAsync(app);
        Assert.Contains("Đã khép năm kế hoạch.", WebUtility.HtmlDecode((await PostAsync(app, "/khep")).Must(HttpStatusCode.OK).Text), StringComparison.Ordinal);
        await RefusedAsync(app, "/cach-tinh", "Giữ cách đang chọn", ("afterYearEnd", "nextPlan"));

        await NothingNewIsPlannedAsync(app);

        // What comes after the closing is in sight again, and counts in the progress with its list.
        JsonNode declared = (await app.Administrator.PostAsync($"/api/plans/{TestPlan.Id}/declared-classes", new
        {
            unitId = TestPlan.OtherCommune,
            streamId = TestPlan.OpenStream,
            hostUnitId = TestPlan.OtherCommune,
            place = "Nhà văn hóa",
            title = "Làm vườn mẫu",
            firstDay = "2024-12-02",
            lastDay = "2024-12-02",
            attended = 35,
            women = 15,
        })).Must(HttpStatusCode.Created).Json;
        (await app.Administrator.PostAsync($"/api/plans/{TestPlan.Id}/declared-classes/{declared.Text("id")}/accept")).Must(HttpStatusCode.OK);
        Assert.True(await FiguresOpenWhatTheyCountAsync(app, "/can-bo/tien-do") > 10);
    }

    // A closed year takes nothing new until it is opened again; what happened in it is still logged, and each form says so.
    private static async Task NothingNewIsPlannedAsync(OwnApp app)
    {
        string year = $"/api/plans/{TestPlan.Id}";
        Assert.Equal("year-closed", (await app.Administrator.PostAsync($"{year}/classes", SampleClass.PlanForm())).Problem);
        Assert.Equal("year-closed", (await app.Administrator.PostAsync($"{year}/tours", new { plannedTourId = "tham-quan-hoc-tap" })).Problem);
        foreach (string form in (string[])["/can-bo/lop/moi", "/can-bo/tham-quan/lap"])
            Assert.Contains("Không thêm được lớp, đoàn mới.", await ReadAsync(app, $"{form}?ke-hoach={TestPlan.Id}"), StringComparison.Ordinal);
        foreach (string form in (string[])["/can-bo/truyen-thong/ghi", "/can-bo/lop-don-vi-khai/khai"])
            Assert.Contains("tính vào báo cáo bổ sung của năm 2024", await ReadAsync(app, $"{form}?ke-hoach={TestPlan.Id}"), StringComparison.Ordinal);
        Assert.Contains("value=\"2024-12-31\"", await ReadAsync(app, $"/can-bo/truyen-thong/ghi?ke-hoach={TestPlan.Id}"), StringComparison.Ordinal);
        await LogAsync(app, "2024-12-19", 1);
        Answer opened = (await PostAsync(app, "/mo-lai")).Must(HttpStatusCode.OK);
        Assert.Contains("Đã mở lại năm kế hoạch", WebUtility.HtmlDecode(opened.Text), StringComparison.Ordinal);
        (await app.Administrator.PostAsync($"{year}/classes", SampleClass.PlanForm())).Must(HttpStatusCode.Created);
    }

    [Fact]
    public async Task YearEnd_WithTheNextPlan_CarriesLateThingsIntoItsFirstPeriods()
    {
        await using OwnApp app = new() { Clock = "2024-12-08T08:00:00+07:00" };
        await app.StartAsync();
        (await PostAsync(app, "/cach-tinh", ("afterYearEnd", "nextPlan"))).Must(HttpStatusCode.OK);
        await LateThingsAsync(app);
        Assert.Equal("counted-by-next-plan", (await AskAsync(app, "supplement")).Problem);
        Assert.Contains("Chưa có kế hoạch năm 2025", await OpenAsync(app), StringComparison.Ordinal);
        foreach (string id in (string[])["month-2024-12", "quarter-2024-4", "half-2024-2", "year-2024"]) await ApproveAsync(app, TestPlan.Id, id);

        JsonNode copy = (await app.Administrator.GetAsync($"/api/plans/{TestPlan.Id}/copy/2025")).Must(HttpStatusCode.OK).Json;
        (await app.Administrator.SendAsync(HttpMethod.Post, "/api/plans", Api.JsonBody((copy["plan"] ?? copy).ToJsonString()))).Must(HttpStatusCode.Created);
        await app.AdvanceAsync(At("2025-01-16 08:00"));
        string home = await ReadAsync(app, "/can-bo");
        Assert.Contains("Kế hoạch năm 2024 chưa khép", home, StringComparison.Ordinal);
        Assert.Contains($"/can-bo/bao-cao/khep-nam?ke-hoach={TestPlan.Id}", home, StringComparison.Ordinal);
        await StandsInTwoPlansAsync(app);
        JsonNode january = await ApproveAsync(app, Next, "month-2025-01");
        JsonNode carried = Assert.Single(january["carried"]!.AsArray())!;
        Assert.Equal((TestPlan.Id, 2), (carried.Text("planId"), carried["figures"]!["streams"]!.AsArray().Sum(s => s.Number("classesHeld"))));
        Assert.Equal(0, january["figures"]!["streams"]!.AsArray().Sum(s => s.Number("classesHeld")));

        await app.AdvanceAsync(At("2025-03-16 08:00"));
        JsonNode quarter = await ApproveAsync(app, Next, "quarter-2025-1");
        Assert.Equal(2, Assert.Single(quarter["carried"]!.AsArray())!["figures"]!["streams"]!.AsArray().Sum(s => s.Number("classesHeld")));
        await ApproveAsync(app, Next, "month-2025-02");
        await ApproveAsync(app, Next, "month-2025-03");
        string read = WebUtility.HtmlDecode((await app.Administrator.GetAsync($"/can-bo/bao-cao/quarter-2025-1?ke-hoach={Next}")).Must(HttpStatusCode.OK).Text);
        Assert.Contains("Kế hoạch năm 2024: số liệu duyệt, ghi sau kỳ cuối", read, StringComparison.Ordinal);
        Assert.DoesNotContain("lớp có báo cáo", read, StringComparison.Ordinal);

        // Of months and quarters, the plan's late things stand in one report of each chain.
        PeriodicReport[] all = [.. await ReportsAsync(app, TestPlan.Id), .. await ReportsAsync(app, Next)];
        foreach (PeriodKind kind in (PeriodKind[])[PeriodKind.Month, PeriodKind.Quarter])
            Assert.Equal(2, ReportChain.Of(new PlanId(TestPlan.Id), kind, all).Sums().Where(s => s.Key.Part == FigurePart.ClassesHeld).Sum(s => s.Value));
    }

    // A day of December belongs into both plans: the same in both is asked about, and listed until one of them is taken back.
    private static async Task StandsInTwoPlansAsync(OwnApp app)
    {
        Api office = app.Administrator;
        object work = new { unitId = TestPlan.Commune, channel = "broadcast", date = "2024-12-16", subject = "phát thanh ", count = 4 };
        string log = $"/api/plans/{Next}/communication";
        Answer asked = await office.PostAsync(log, work);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.Status);
        Assert.Contains("Việc này đã ghi ở kế hoạch năm 2024", asked.Json["errors"]!["isOther"]![0]!.GetValue<string>(), StringComparison.Ordinal);
        JsonNode kept = (await office.PostAsync(log, new
        {
            unitId = TestPlan.Commune,
            channel = "broadcast",
            date = "2024-12-16",
            subject = "phát thanh ",
            count = 4,
            isOther = true,
        })).Must(HttpStatusCode.Created).Json;

        object Class(bool? isOther) => new
        {
            unitId = TestPlan.OtherCommune,
            streamId = TestPlan.OpenStream,
            hostUnitId = TestPlan.OtherCommune,
            place = "Nhà văn hóa",
            title = "Làm vườn mẫu",
            firstDay = "2024-12-21",
            attended = 35,
            women = 15,
            isOther,
        };
        const string Declared = $"/api/plans/{TestPlan.Id}/declared-classes", DeclaredNext = $"/api/plans/{Next}/declared-classes";
        string first = (await office.PostAsync(Declared, Class(null))).Must(HttpStatusCode.Created).Json.Text("id");
        Assert.Contains("Kế hoạch năm 2024 đã có 1 lớp", (await office.PostAsync(DeclaredNext, Class(null))).Text, StringComparison.Ordinal);
        string second = (await office.PostAsync(DeclaredNext, Class(true))).Must(HttpStatusCode.Created).Json.Text("id");
        Assert.Contains("kế hoạch năm 2024", await ReadAsync(app, $"/can-bo/lop-don-vi-khai/{second}?ke-hoach={Next}"), StringComparison.Ordinal);
        (await office.PostAsync($"{Declared}/{first}/return", new { reason = "Thiếu danh sách ký" })).Must(HttpStatusCode.OK);

        string page = await OpenAsync(app);
        Assert.Contains("Có ở hai kế hoạch: 2", page, StringComparison.Ordinal);
        Assert.Contains("Lớp đã trả lại, chờ đơn vị sửa: 1", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Văn phòng chưa xét", page, StringComparison.Ordinal);
        (await office.PostAsync($"{log}/2024-12-16/{kept.Text("id")}/strike-out", new { reason = "Ghi trùng" })).Must(HttpStatusCode.OK);
        (await office.PostAsync($"{DeclaredNext}/{second}/withdraw", new { reason = "Khai trùng" })).Must(HttpStatusCode.OK);
        Assert.DoesNotContain("Có ở hai kế hoạch", await OpenAsync(app), StringComparison.Ordinal);
        (await office.PostAsync($"{Declared}/{first}/withdraw", new { reason = "Khai nhầm" })).Must(HttpStatusCode.OK);
    }

    // One class held on 10/12 and approved on 17/12, one held on 18/12 and approved on 20/12; work on 12/12, 16/12, and late for 13/12.
    private static async Task LateThingsAsync(OwnApp app)
    {
        string first = await HeldAsync(app, At("2024-12-10 07:00"));
        await app.AdvanceAsync(At("2024-12-13 08:00"));
        await LogAsync(app, "2024-12-12", 3);
        await app.AdvanceAsync(At("2024-12-15 08:00"));
        string second = await HeldAsync(app, At("2024-12-18 07:00"), () => LogAsync(app, "2024-12-16", 4), () => CloseAsync(app, first));
        await app.AdvanceAsync(At("2024-12-20 08:00"));
        await CloseAsync(app, second);
        await LogAsync(app, "2024-12-13", 5);
        await Eventually.TrueAsync(
            async () => (await ReportsAsync(app, TestPlan.Id)).Any(r => r.Id.Value == "year-2024"), TimeSpan.FromSeconds(60), "the year's report is asked for");
    }

    private static async Task<string> HeldAsync(OwnApp app, DateTimeOffset day, params Func<Task>[] meanwhile)
    {
        string id = await app.Administrator.OpenClassAsync(SampleClass.PlanForm(), day.AddDays(-1), day);
        string code = (await app.Administrator.RegisteredAsync(id, SampleClass.Person(1))).Text("code");
        await app.AdvanceAsync(day.AddHours(-12));
        await app.Administrator.ReachesAsync(id, "confirmed");
        foreach (Func<Task> act in meanwhile) await act();
        await app.AdvanceAsync(day.AddMinutes(30));
        await app.Administrator.ReachesAsync(id, "holding");
        (await app.Administrator.PostAsync($"/api/classes/{id}/sessions/1/attendance", new { marks = new[] { new { code, mark = "present" } } }))
            .Must(HttpStatusCode.OK);
        await app.AdvanceAsync(day.AddHours(12));
        await app.Administrator.ReachesAsync(id, "reporting");
        return id;
    }

    private static async Task CloseAsync(OwnApp app, string id)
    {
        (await app.Administrator.PostAsync($"/api/classes/{id}/evidence", Files.Upload(Files.Pdf("buoi 1"), session: 1, signatures: 1)))
            .Must(HttpStatusCode.Created);
        (await app.Administrator.PostAsync($"/api/classes/{id}/report", new { results = "Lớp học đạt yêu cầu." })).Must(HttpStatusCode.OK);
        (await app.Administrator.PostAsync($"/api/classes/{id}/report/approve")).Must(HttpStatusCode.OK);
    }

    private static async Task LogAsync(OwnApp app, string date, int count) => (await app.Administrator.PostAsync(
        $"/api/plans/{TestPlan.Id}/communication", new { unitId = TestPlan.Commune, channel = "broadcast", date, subject = "Phát thanh", count }))
            .Must(HttpStatusCode.Created);

    private static Task<Answer> AskAsync(OwnApp app, string period) => app.Administrator.PostAsync($"/api/plans/{TestPlan.Id}/reports", new { period });

    private static async Task<JsonNode> ApproveAsync(OwnApp app, string planId, string reportId)
    {
        string path = $"/api/plans/{planId}/reports/{reportId}";
        await Eventually.TrueAsync(async () => (await app.Administrator.GetAsync(path)).Status == HttpStatusCode.OK, TimeSpan.FromSeconds(60),
            $"{reportId} is asked for");
        (await app.Administrator.PostAsync(path + "/compile")).Must(HttpStatusCode.OK);
        (await app.Administrator.PostAsync(path + "/submit", new { })).Must(HttpStatusCode.OK);
        return (await app.Administrator.PostAsync(path + "/approve")).Must(HttpStatusCode.OK).Json;
    }

    private static async Task<string> OpenAsync(OwnApp app) => WebUtility.HtmlDecode(
        (await app.Administrator.GetAsync($"/can-bo/bao-cao/khep-nam?ke-hoach={TestPlan.Id}")).Must(HttpStatusCode.OK).Text);

    private static Task<Answer> PostAsync(OwnApp app, string action, params (string, string)[] fields) =>
        app.Administrator.SendAsync(HttpMethod.Post, $"/can-bo/bao-cao/khep-nam{action}?ke-hoach={TestPlan.Id}",
            new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Item1, f.Item2))));

    private static async Task RefusedAsync(OwnApp app, string action, string why, params (string, string)[] fields)
    {
        Answer refused = await PostAsync(app, action, fields);
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains(why, WebUtility.HtmlDecode(refused.Text), StringComparison.Ordinal);
    }

    private static async Task SetAllAsideAsync(OwnApp app)
    {
        string page = await OpenAsync(app);
        foreach (Match item in Regex.Matches(page, "name=\"item\" value=\"([^\"]+)\""))
            await PostAsync(app, "/de-ngoai", ("item", item.Groups[1].Value), ("reason", "Kế hoạch chạy thử từ tháng 4."));
        string[] silent = [.. Regex.Matches(page, "name=\"items\\[\\]\" value=\"(UnitSilent[^\"]+)\"").Select(m => m.Groups[1].Value)];
        Assert.True(silent.Length > 10, "The silent units stand together.");
        await RefusedAsync(app, "/de-ngoai", "đã khác đi", ("matter", "unitSilent"), ("items[]", "UnitSilent.khong-co.1"), ("reason", "Không có gì thêm"));
        (await PostAsync(app, "/de-ngoai", [("matter", "unitSilent"), ("reason", "Không có gì thêm"), .. silent.Select(s => ("items[]", s))]))
            .Must(HttpStatusCode.OK);
    }

    private static async Task<PeriodicReport[]> ReportsAsync(OwnApp app, string planId)
    {
        RecordsStorage storage = new(new Azure.Data.Tables.TableServiceClient(app.StorageConnection),
            new Azure.Storage.Blobs.BlobServiceClient(app.StorageConnection), "");
        PeriodicReportStore shelf = new(storage, new PostOffice(storage, new PostChannels(Email: false, Webhook: false)), TimeProvider.System);
        return [.. await shelf.OfPlanAsync(new PlanId(planId), TestContext.Current.CancellationToken)];
    }

    // Each figure of a page that leads to a list is the sum, or the number, of that list.
    private static async Task<int> FiguresOpenWhatTheyCountAsync(OwnApp app, string path)
    {
        string page = await ReadAsync(app, $"{path}?ke-hoach={TestPlan.Id}");
        var figures = Regex.Matches(page, "<a[^>]* href=\"(/can-bo/[^\"#]+[?&](?:bang|so|phan|giai-doan|ky|tu)=[^\"]*)\"[^>]*>(?:<span>[^<]*</span><b>)?([1-9][0-9.]*)<");
        foreach (Match figure in figures)
        {
            string list = await ReadAsync(app, figure.Groups[1].Value);
            Assert.Matches($"(?<![0-9.]){Regex.Escape(figure.Groups[2].Value)}(?![0-9]|\\.[0-9])", Sums(list));
        }

        return figures.Count;
    }

    // Where a list says how many it has, or what they add up to.
    private static string Sums(string list) => string.Join(' ', Regex.Matches(
        list, "<tfoot>.*?</tfoot>|<p class=\"note\">.*?</p>|<caption.*?</caption>|<p class=\"soft\">.*?</p>|<nav class=\"tabs\".*?</nav>|<p>Từ.*?</p>|<h2[^>]*>.*?</h2>",
        RegexOptions.Singleline).Select(m => Regex.Replace(m.Value, "<[^>]*>", " ")));

    private static async Task<string> ReadAsync(OwnApp app, string path) =>
        WebUtility.HtmlDecode((await app.Administrator.GetAsync(path)).Must(HttpStatusCode.OK).Text);

    // The last month, quarter, half and the year, each with the supplement, say the plan's late things once.
    private static async Task AddsUpAsync(OwnApp app)
    {
        PeriodicReport[] all = await ReportsAsync(app, TestPlan.Id);
        foreach (PeriodKind kind in ReportChain.Kinds)
        {
            IReadOnlyDictionary<(FigurePart Part, string Key), long> sums = ReportChain.Of(new PlanId(TestPlan.Id), kind, all).Sums();
            Assert.Equal(
                (2, 2, 12), (sums.Where(s => s.Key.Part == FigurePart.ClassesHeld).Sum(s => s.Value), sums[(FigurePart.AttendedByUnit, TestPlan.Commune)],
                    sums[(FigurePart.CommunicationByChannel, "Broadcast")]));
        }
    }

    private static DateTimeOffset At(string local) => DateTimeOffset.Parse(local + "+07:00", System.Globalization.CultureInfo.InvariantCulture);
}
