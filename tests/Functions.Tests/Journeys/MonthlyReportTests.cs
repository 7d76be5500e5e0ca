using System.IO.Compression;
using System.Net;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Xunit;

namespace NtmServerless.Functions.Tests.Journeys;

/// <summary>The month's report opens by itself on the 15th, collects answers, is compiled, returned once, approved and issued.</summary>
[Collection(ClockCollection.Name)]
public sealed class MonthlyReportTests(RunningApp app)
{
    [Fact]
    public async Task Month_WhenItHasEnded_RunsItsWholeCycle()
    {
        DateTimeOffset now = await app.NowAsync();
        DateTimeOffset cutOff = new(now.Year, now.Month, 15, 1, 0, 0, TimeSpan.FromHours(7));
        if (cutOff <= now) cutOff = cutOff.AddMonths(1);
        string plan = await PlanOfAsync(cutOff.Year);
        Api office = await app.CallerAsync("cultureOffice", "phong-van-hoa-thong-tin");
        object item = new { channel = "broadcast", date = now.ToString("yyyy-MM-dd", null), subject = "Phát thanh", count = 7 };
        (await office.PostAsync($"/api/plans/{plan}/communication", item)).Must(HttpStatusCode.Created);

        await app.AdvanceAsync(cutOff);

        string path = $"/api/plans/{plan}/reports/month-{cutOff.Year}-{cutOff.Month:00}";
        JsonNode report = (await app.Administrator.GetAsync(path)).Must(HttpStatusCode.OK).Json;
        Assert.Equal("asked", report.Text("stage"));
        Assert.Contains(TestPlan.Commune, report["owers"]!.AsArray().Select(o => o.Text("unitId")));
        await AnswerAsync(path);

        // The others are reminded and named to the office; after five working days the report goes on without them.
        await app.AdvanceAsync(cutOff.AddDays(10));
        report = (await app.Administrator.GetAsync(path)).Must(HttpStatusCode.OK).Json;
        Assert.Equal("compiled", report.Text("stage"));
        Assert.Equal(7 + 4, report["figures"]!["communicationByChannel"].Number("Broadcast"));
        Assert.DoesNotContain(TestPlan.Commune, report["unitsMissing"]!.AsArray().Select(u => u!.GetValue<string>()));
        Assert.Contains(TestPlan.OtherCommune, report["unitsMissing"]!.AsArray().Select(u => u!.GetValue<string>()));
        Answer page = (await app.Administrator.GetAsync(path + "/page")).Must(HttpStatusCode.OK);
        Assert.Equal("text/html", page.MediaType);
        Assert.Contains("Chưa gửi số liệu", WebUtility.HtmlDecode(page.Text), StringComparison.Ordinal);

        // Too late for this report's figures, and so for its annex.
        (await office.PostAsync($"/api/plans/{plan}/communication", item)).Must(HttpStatusCode.Created);
        await ApproveAsync(path, office);
        Assert.Equal(7 + 4, await CommunicationInAnnexAsync(plan, path));
    }

    // The sum of the second sheet's last column.
    private async Task<int> CommunicationInAnnexAsync(string plan, string path)
    {
        JsonNode report = (await app.Administrator.GetAsync(path)).Must(HttpStatusCode.OK).Json;
        byte[] annex = (await app.Administrator.GetAsync($"/api/plans/{plan}/documents/{report["documentIds"]![1]}")).Must(HttpStatusCode.OK).Body;
        using ZipArchive zip = new(new MemoryStream(annex));
        ZipArchiveEntry sheet = zip.Entries.Where(e => e.FullName.Contains("worksheets/", StringComparison.Ordinal)).OrderBy(e => e.FullName, StringComparer.Ordinal).ElementAt(1);
        using Stream content = sheet.Open();
        XDocument rows = await XDocument.LoadAsync(content, LoadOptions.None, TestContext.Current.CancellationToken);
        return rows.Descendants().Where(e => e.Name.LocalName == "row").Skip(1).Sum(row => (int)row.Elements().Last());
    }

    private async Task AnswerAsync(string path)
    {
        Api commune = await app.CallerAsync("commune", TestPlan.Commune);
        Answer odd = await commune.PostAsync(path + "/answers", new { counts = new[] { new { channel = "broadcast", count = 9_000 } } });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, odd.Status);
        Assert.Contains("confirmed", odd.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await commune.PostAsync(
            path + "/answers", new { counts = new[] { new { channel = "broadcast", count = -4 } }, confirmed = true, explanation = "Đúng" })).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await commune.PostAsync(path + "/answers", new { unitId = TestPlan.OtherCommune, asRecorded = true })).Status);
        (await commune.PostAsync(path + "/answers", new { asRecorded = true })).Must(HttpStatusCode.OK);
        JsonNode second = (await commune.PostAsync(path + "/answers", new
        {
            counts = new[] { new { channel = "broadcast", count = 4 } },
            difficulties = "Loa thôn Bản Cáo hỏng.",
            logTheRest = true,
        })).Must(HttpStatusCode.OK).Json;
        Assert.Equal(2, second.Number("revision"));
    }

    private async Task ApproveAsync(string path, Api office)
    {
        Api committee = await app.CallerAsync("committee", "ban-chi-dao");
        Assert.Equal(HttpStatusCode.Conflict, (await committee.PostAsync(path + "/approve")).Status);
        Assert.Equal("submitted", (await office.PostAsync(path + "/submit", new { proposals = "Sửa chữa loa." })).Must(HttpStatusCode.OK).Json.Text("stage"));
        Assert.Equal("returned", (await committee.PostAsync(path + "/return", new { reason = "Ghi rõ hơn." })).Must(HttpStatusCode.OK).Json.Text("stage"));
        (await office.PostAsync(path + "/submit", new { proposals = "Sửa chữa loa thôn Bản Cáo." })).Must(HttpStatusCode.OK);
        Assert.Equal("approved", (await committee.PostAsync(path + "/approve")).Must(HttpStatusCode.OK).Json.Text("stage"));
        await Eventually.TrueAsync(
            async () => (await app.Administrator.GetAsync(path)).Json["issuedAt"] is not null, TimeSpan.FromSeconds(30), "the report is issued");
        JsonNode closed = (await app.Administrator.GetAsync(path)).Json;
        Assert.Equal(2, closed["documentIds"]!.AsArray().Count);
        Answer late = await (await app.CallerAsync("commune", TestPlan.OtherCommune)).PostAsync(path + "/answers", new { asRecorded = true });
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("kỳ báo cáo sau", late.Text, StringComparison.Ordinal);
    }

    // A plan of its own for the year in which the clock stands.
    private async Task<string> PlanOfAsync(int year)
    {
        JsonObject plan = TestPlan.Json();
        plan["id"] = $"bao-cao-{year}-{Guid.NewGuid().ToString("N")[..8]}";
        plan["year"] = year;
        if (year != 2024)
        {
            string copy = (await app.Administrator.GetAsync($"/api/plans/{TestPlan.Id}/copy/{year}")).Must(HttpStatusCode.OK).Text;
            string id = plan.Text("id");
            plan = JsonNode.Parse(copy)!.AsObject();
            plan["id"] = id;
        }

        return (await app.Administrator.PostAsync("/api/plans", plan)).Must(HttpStatusCode.Created).Json.Text("id");
    }
}
