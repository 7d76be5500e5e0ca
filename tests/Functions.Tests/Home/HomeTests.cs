using System.Net;
using Xunit;

namespace NtmServerless.Functions.Tests.Home;

/// <summary>What an officer sees first.</summary>
public sealed class HomeTests(RunningApp app)
{
    [Theory]
    [InlineData("administrator", TestPlan.Office)]
    [InlineData("leadUnit", "hoi-nong-dan")]
    [InlineData("commune", TestPlan.Commune)]
    [InlineData("cultureOffice", "phong-van-hoa-thong-tin")]
    [InlineData("committee", "ban-chi-dao")]
    public async Task Home_AsEveryRole_SaysWhatComesNext(string role, string unitId)
    {
        string page = (await (await app.CallerAsync(role, unitId)).GetAsync("/can-bo")).Must(HttpStatusCode.OK).Text;
        Assert.Contains("<h1>Việc hôm nay</h1>", page, StringComparison.Ordinal);
        Assert.Contains("Kết thúc kỳ số liệu tháng", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/can-bo")]
    [InlineData("/can-bo/tien-do")]
    public async Task Page_AsNobody_SendsToSignInAndBack(string path)
    {
        using HttpClient browser = new(new SocketsHttpHandler { AllowAutoRedirect = false });
        Answer answer = (await new Api(browser, app.Process.Address).GetAsync(path)).Must(HttpStatusCode.SeeOther);
        Assert.Equal("/dang-nhap?ve=" + Uri.EscapeDataString(path), answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Home_WhenAClassHasNoDates_AsksItsLeadUnitToAnnounceIt_AndNobodyElse()
    {
        const string Lead = "xa-tan-thanh";
        Api commune = await app.CallerAsync("commune", Lead);
        string id = await commune.PlannedAsync(SampleClass.PlanForm(lead: Lead));
        string announce = $"href=\"/can-bo/lop/{id}/thong-bao";
        Assert.Contains(announce, await HomeAsync(commune), StringComparison.Ordinal);
        Assert.Contains(announce, await HomeAsync(app.Administrator), StringComparison.Ordinal);
        Assert.DoesNotContain(id, await HomeAsync(await app.CallerAsync("commune", TestPlan.OtherCommune)), StringComparison.Ordinal);
        Assert.DoesNotContain(id, await HomeAsync(await app.CallerAsync("committee", "ban-chi-dao")), StringComparison.Ordinal);

        (await commune.PostAsync($"/api/classes/{id}/announce", SampleClass.Announcement(SampleClass.FarAway, SampleClass.FarAway.AddDays(2))))
            .Must(HttpStatusCode.OK);
        await commune.ReachesAsync(id, "registering");
        Assert.DoesNotContain(announce, await HomeAsync(commune), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Home_WhenNoCommunicationWasLogged_AsksTheCommuneUntilItLogsSome()
    {
        // Other tests move the clock that they share out of the plan's year, and then nothing is owed: this one has its own.
        await using OwnApp own = new();
        await own.StartAsync();
        Answer key = await own.Administrator.PostAsync($"/api/plans/{TestPlan.Id}/keys", new { role = "commune", unitId = "xa-xuat-le", name = "xã" });
        Api commune = own.Administrator.As(key.Must(HttpStatusCode.Created).Json.Text("key"));
        Assert.Contains("ghi hoạt động truyền thông", await HomeAsync(commune), StringComparison.OrdinalIgnoreCase);
        object work = new { channel = "broadcast", date = "2024-04-01", subject = "Phát thanh", count = 1 };
        (await commune.PostAsync($"/api/plans/{TestPlan.Id}/communication", work)).Must(HttpStatusCode.Created);
        Assert.DoesNotContain("Ghi hoạt động truyền thông", await HomeAsync(commune), StringComparison.Ordinal);
    }

    private static async Task<string> HomeAsync(Api caller) =>
        (await caller.GetAsync($"/can-bo?ke-hoach={TestPlan.Id}")).Must(HttpStatusCode.OK).Text;
}
