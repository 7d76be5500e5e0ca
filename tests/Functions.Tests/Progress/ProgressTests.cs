using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Xunit;

namespace NtmServerless.Functions.Tests.Progress;

/// <summary>Planned against done, on one screen, as tables and as files.</summary>
public sealed partial class ProgressTests(RunningApp app)
{
    [Theory]
    [InlineData("administrator", TestPlan.Office)]
    [InlineData("leadUnit", "hoi-nong-dan")]
    [InlineData("commune", TestPlan.Commune)]
    [InlineData("cultureOffice", "phong-van-hoa-thong-tin")]
    [InlineData("committee", "ban-chi-dao")]
    public async Task Progress_AsEveryRole_IsDrawnAndWritten(string role, string unitId)
    {
        string page = (await PageAsync(await app.CallerAsync(role, unitId), TestPlan.Id)).Text;
        Assert.Matches(
            "Đến \\d\\d/\\d\\d, \\d+% thời gian mở lớp đã qua: tổ chức \\d+ trên 19 lớp, (chậm \\d+ lớp|sớm \\d+ lớp|đúng tiến độ)\\.",
            WebUtility.HtmlDecode(page));
        Assert.Matches("<svg class=\"meter\"[^>]*aria-hidden=\"true\"", page);
        Assert.Contains("<table class=\"year num\">", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
        Assert.DoesNotContain(" style=", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Progress_OfTheYear_SaysTheSameAsTheReportsFigures()
    {
        // A plan of its own: no class of another test is held between the two looks.
        const string Own = "tien-do-so-2024";
        JsonObject plan = TestPlan.Json();
        plan["id"] = Own;
        (await app.Administrator.PostAsync("/api/plans", plan)).Must(HttpStatusCode.Created);
        (await app.Administrator.PostAsync($"/api/plans/{Own}/classes", SampleClass.PlanForm())).Must(HttpStatusCode.Created);
        JsonNode figures = (await app.Administrator.GetAsync($"/api/plans/{Own}/progress")).Must(HttpStatusCode.OK).Json;
        JsonNode stream = figures["streams"]!.AsArray().Single(s => s.Text("streamId") == TestPlan.OpenStream)!;
        string page = (await PageAsync(app.Administrator, Own, named: true)).Text;

        Assert.Equal(stream.Number("classesHeld"), Figure(page, $"/can-bo/lop?giai-doan=da-to-chuc&amp;noi-dung={TestPlan.OpenStream}&amp;ke-hoach={Own}"));
        Assert.Equal(stream.Number("classesClosed"), Figure(page, $"/can-bo/lop?giai-doan=Closed&amp;noi-dung={TestPlan.OpenStream}&amp;ke-hoach={Own}"));
        Assert.Equal(1, Figure(page, $"/can-bo/lop?giai-doan=da-lap&amp;noi-dung={TestPlan.OpenStream}&amp;ke-hoach={Own}"));
    }

    [Fact]
    public async Task Figure_OfClasses_LeadsToAListOfAsMany()
    {
        // A plan of its own: nobody else adds classes to it between the two looks.
        JsonObject plan = TestPlan.Json();
        plan["id"] = "tien-do-2024";
        (await app.Administrator.PostAsync("/api/plans", plan)).Must(HttpStatusCode.Created);
        (await app.Administrator.PostAsync("/api/plans/tien-do-2024/classes", SampleClass.PlanForm())).Must(HttpStatusCode.Created);
        (await app.Administrator.PostAsync("/api/plans/tien-do-2024/classes", SampleClass.PlanForm(lead: TestPlan.OtherCommune))).Must(HttpStatusCode.Created);
        string page = (await PageAsync(app.Administrator, "tien-do-2024", named: true)).Text;
        (string Path, int Count)[] figures = [.. Links().Matches(page).Where(m => m.Groups[1].Value.StartsWith("/can-bo/lop?giai-doan=da-", StringComparison.Ordinal))
            .Where(m => !m.Value.Contains("Chỗ", StringComparison.Ordinal) && !m.Value.Contains("Đã đăng ký", StringComparison.Ordinal))
            .Concat(Bars().Matches(page))
            .Select(m => (WebUtility.HtmlDecode(m.Groups[1].Value), int.Parse(m.Groups[2].Value, System.Globalization.CultureInfo.InvariantCulture)))];
        Assert.True(Bars().Count(page) > 4, "the bars lead somewhere");
        Assert.Contains(figures, f => f.Count == 2);
        foreach ((string path, int count) in figures.Distinct())
        {
            string list = (await app.Administrator.GetAsync(path)).Must(HttpStatusCode.OK).Text;
            Assert.Equal((path, count), (path, Lines().Count(list)));
        }
    }

    [Fact]
    public async Task Progress_OfAPlanThatIsNamed_KeepsTheNameInItsLinks()
    {
        string page = (await PageAsync(app.Administrator, TestPlan.Id, named: true)).Text;
        Assert.Contains($"ke-hoach={TestPlan.Id}", page, StringComparison.Ordinal);
        (await app.Administrator.GetAsync("/can-bo/tien-do?ke-hoach=khong-co")).Must(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("lop")]
    [InlineData("nguoi")]
    [InlineData("chu-tri")]
    [InlineData("quy")]
    [InlineData("xa")]
    [InlineData("truyen-thong")]
    [InlineData("tham-quan")]
    public async Task Table_EachOne_ComesAsASpreadsheet(string table)
    {
        Answer file = (await app.Administrator.GetAsync($"/can-bo/tien-do/xlsx?bang={table}&ke-hoach={TestPlan.Id}")).Must(HttpStatusCode.OK);
        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", file.MediaType);
        Assert.Equal("PK"u8.ToArray(), file.Body[..2]);
    }

    [Fact]
    public async Task Table_ThatIsNone_IsNotFound()
    {
        (await app.Administrator.GetAsync("/can-bo/tien-do/xlsx")).Must(HttpStatusCode.NotFound);
        (await app.Administrator.GetAsync("/can-bo/tien-do/xlsx?bang=khac")).Must(HttpStatusCode.NotFound);
    }

    private static async Task<Answer> PageAsync(Api caller, string plan, bool named = false)
    {
        // Another test may have put a plan for a later year in force; only a named plan stays the same.
        Answer answer = await caller.GetAsync($"/can-bo/tien-do?ke-hoach={plan}");
        answer.Must(HttpStatusCode.OK);
        return named ? answer : answer with { Body = System.Text.Encoding.UTF8.GetBytes(answer.Text.Replace($"&amp;ke-hoach={plan}", "", StringComparison.Ordinal)) };
    }

    // The number whose link leads to a list; the last one where the sum leads to the same.
    private static int Figure(string page, string path) =>
        int.Parse(Links().Matches(page).First(m => m.Groups[1].Value == path).Groups[2].Value, System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex("<th scope=\"row\"><a href=\"/can-bo/lop/")]
    private static partial Regex Lines();

    [GeneratedRegex("<a href=\"([^\"]*)\" aria-label=\"[^\"]*\">(\\d+)</a>")]
    private static partial Regex Links();

    // Done of ordered, in one link that leads to what is done.
    [GeneratedRegex("<a class=\"plain\" href=\"([^\"]*)\">(\\d+)/")]
    private static partial Regex Bars();
}
