using System.Net;
using System.Text.Json.Nodes;
using NtmServerless.Functions.Tests.Support;
using NtmServerless.Testing;
using Xunit;

namespace NtmServerless.Functions.Tests.Journeys;

/// <summary>The month's report comes by itself on the 15th, and says what was logged.</summary>
[Collection(ClockCollection.Name)]
public sealed class MonthlyReportTests(RunningApp app)
{
    [Fact]
    public async Task Month_WhenItHasEnded_IsReportedByTheTimer()
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
        Assert.Equal("compiled", report.Text("stage"));
        Assert.Equal(7, report["figures"]!["communicationByChannel"].Number("Broadcast"));
        Answer page = (await app.Administrator.GetAsync(path + "/page")).Must(HttpStatusCode.OK);
        Assert.Equal("text/html", page.MediaType);
        Assert.Contains("Truyền thông theo hình thức", WebUtility.HtmlDecode(page.Text), StringComparison.Ordinal);
        Api committee = await app.CallerAsync("committee", "ban-chi-dao");
        Assert.Equal("approved", (await committee.PostAsync(path + "/approve")).Must(HttpStatusCode.OK).Json.Text("stage"));
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
