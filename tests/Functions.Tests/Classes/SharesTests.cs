using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace NtmServerless.Functions.Tests.Classes;

/// <summary>The office deals a stream's classes out; each unit sees and plans its own share, in a plan of its own.</summary>
public sealed class SharesTests(RunningApp app)
{
    private const string Members = "hoi-vien-doan-vien";
    private const string Farmers = "hoi-nong-dan";
    private const string Women = "hoi-phu-nu";

    private static readonly string[] Bodies = ["mat-tran-to-quoc", Farmers, Women, "doan-thanh-nien", "hoi-cuu-chien-binh", "lien-doan-lao-dong"];

    [Fact]
    public async Task Dealing_ByTheOffice_IsWhatEachUnitSeesAndPlans()
    {
        string plan = await LoadAsync();
        string page = $"/can-bo/chia-lop?ke-hoach={plan}", home = $"/can-bo?ke-hoach={plan}", entry = $"/can-bo/lop/moi?ke-hoach={plan}";
        Api farmers = await app.CallerAsync("leadUnit", Farmers), women = await app.CallerAsync("leadUnit", Women);
        Assert.Contains("Chưa chia. Kế hoạch có 7 lớp", await TextAsync(farmers, page), StringComparison.Ordinal);

        Answer tooMany = await DealAsync(plan, 0, (Farmers, "5"), (Women, "3"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, tooMany.Status);
        Assert.Contains("Tổng số chia là 8 lớp, kế hoạch chỉ có 7 lớp", WebUtility.HtmlDecode(tooMany.Text), StringComparison.Ordinal);
        Assert.Contains("Đã lưu bảng chia lớp", WebUtility.HtmlDecode((await DealAsync(plan, 0, (Farmers, "2"), (Women, "1"))).Text), StringComparison.Ordinal);
        Assert.Contains("còn 4 lớp chưa chia", await TextAsync(women, page), StringComparison.Ordinal);
        Assert.DoesNotContain("<form method=\"post\" action=\"/can-bo/chia-lop", await TextAsync(women, page), StringComparison.Ordinal);
        Assert.Contains("đã lập 0 trên 2 lớp được chia", await TextAsync(farmers, entry), StringComparison.Ordinal);

        (await PlanAsync(plan, farmers, Farmers)).Must(HttpStatusCode.Created);
        (await PlanAsync(plan, farmers, Farmers)).Must(HttpStatusCode.Created);
        Answer full = await PlanAsync(plan, farmers, Farmers);
        Assert.Equal((HttpStatusCode.Conflict, "share-full"), (full.Status, full.Problem));
        Assert.Contains("đề nghị Văn phòng Điều phối chia lại", full.Json.Text("detail"), StringComparison.Ordinal);
        Assert.Contains("Đơn vị đã lập đủ số lớp được chia", await TextAsync(farmers, entry), StringComparison.Ordinal);
        (await PlanAsync(plan, women, Women)).Must(HttpStatusCode.Created);

        Answer below = await DealAsync(plan, 1, (Farmers, "1"), (Women, "1"));
        Assert.Contains("tự khai đã được nhận), không chia ít hơn được", WebUtility.HtmlDecode(below.Text), StringComparison.Ordinal);
        Answer old = await DealAsync(plan, 0, (Farmers, "3"), (Women, "1"));
        Assert.Equal(HttpStatusCode.Conflict, old.Status);
        Assert.Contains("Có người vừa chia lại", WebUtility.HtmlDecode(old.Text), StringComparison.Ordinal);
        Assert.Contains("Đã lưu bảng chia lớp", WebUtility.HtmlDecode((await DealAsync(plan, 1, (Farmers, "3"), (Women, "1"))).Text), StringComparison.Ordinal);
        (await PlanAsync(plan, farmers, Farmers)).Must(HttpStatusCode.Created);
        Assert.Contains("Chia lớp cho các đơn vị", await TextAsync(app.Administrator, "/can-bo/nhat-ky"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await farmers.GetAsync(home)).Status);
    }

    [Fact]
    public async Task Dealing_ByAUnit_IsForbidden()
    {
        string plan = await LoadAsync();
        Api farmers = await app.CallerAsync("leadUnit", Farmers);
        Assert.Equal(HttpStatusCode.Forbidden, (await DealAsync(plan, 0, farmers, (Farmers, "7"))).Status);
        Assert.Contains("Chưa chia. Kế hoạch có 7 lớp", await TextAsync(farmers, $"/can-bo/chia-lop?ke-hoach={plan}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Planning_WhileTheOfficeDealsLess_IsEitherRefusedOrCounted()
    {
        string plan = await LoadAsync();
        Api farmers = await app.CallerAsync("leadUnit", Farmers);
        int version = 0, planned = 0;
        for (int round = 0; round < 4; round++)
        {
            (await DealAsync(plan, version++, (Farmers, $"{planned + 1}"), (Women, $"{round % 2 + 1}"))).Must(HttpStatusCode.OK);
            Task<Answer> more = PlanAsync(plan, farmers, Farmers), less = DealAsync(plan, version, (Farmers, planned == 0 ? "" : $"{planned}"), (Women, "3"));
            Answer[] both = await Task.WhenAll(more, less);
            bool taken = both[0].Status == HttpStatusCode.Created, dealt = both[1].Status == HttpStatusCode.OK;
            Assert.True(taken != dealt, $"{round}: {both[0].Status}, {both[1].Status}");
            if (taken) planned++;
            else version++;
        }
    }

    [Fact]
    public async Task Declared_OnceAccepted_UsesTheShareUp_AndOfTwoAtOnceOneIsAskedAbout()
    {
        await using OwnApp own = new() { Clock = "2024-05-20T08:00:00+07:00" };
        await own.StartAsync();
        Api office = own.Administrator, farmers = office.As((await office.PostAsync(
            $"/api/plans/{TestPlan.Id}/keys", new { role = "leadUnit", unitId = Farmers, name = "Nông dân" })).Must(HttpStatusCode.Created).Json.Text("key"));
        (await DealAsync(TestPlan.Id, 0, office, (Farmers, "1"), (Women, "1"))).Must(HttpStatusCode.OK);
        string declared = $"/api/plans/{TestPlan.Id}/declared-classes";
        Answer[] sent = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => farmers.PostAsync(declared, new
        {
            streamId = Members,
            hostUnitId = TestPlan.Commune,
            place = "Nhà văn hóa",
            title = "Tập huấn cải tạo vườn tạp",
            firstDay = "2024-05-16",
            attended = 35,
            women = 16,
        })));
        Assert.Equal([HttpStatusCode.Created, HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity],
            sent.Select(a => a.Status).Order());
        string id = sent.Single(a => a.Status == HttpStatusCode.Created).Json.Text("id");
        (await office.PostAsync($"{declared}/{id}/accept")).Must(HttpStatusCode.OK);
        Assert.Equal("share-full", (await PlanAsync(TestPlan.Id, farmers, Farmers)).Problem);
        string page = await TextAsync(farmers, OfficeForms.InPlan("/can-bo/chia-lop"));
        Assert.Matches("Hội Nông dân</th>\\s*<td[^>]*>1</td>\\s*<td[^>]*>0</td>\\s*<td[^>]*>1</td>\\s*<td[^>]*>1</td>", page);
        Assert.Contains("đã có 1 lớp", WebUtility.HtmlDecode((await DealAsync(TestPlan.Id, 1, office, (Women, "1"))).Text), StringComparison.Ordinal);
    }

    private static async Task<string> TextAsync(Api by, string path) => WebUtility.HtmlDecode((await by.GetAsync(path)).Must(HttpStatusCode.OK).Text);

    private Task<Answer> DealAsync(string plan, int version, params (string Unit, string Classes)[] shares) =>
        DealAsync(plan, version, app.Administrator, shares);

    private static Task<Answer> DealAsync(string plan, int version, Api by, params (string Unit, string Classes)[] shares)
    {
        List<KeyValuePair<string, string>> form =
            [new("streamId", Members), new("version", version.ToString(CultureInfo.InvariantCulture)), new("_key", Guid.NewGuid().ToString("N"))];
        foreach ((int i, string unit) in Bodies.Index())
        {
            form.Add(new($"units[{i}].unitId", unit));
            form.Add(new($"units[{i}].classes", shares.FirstOrDefault(s => s.Unit == unit).Classes ?? ""));
        }

        return by.PostAsync($"/can-bo/chia-lop?ke-hoach={plan}", new FormUrlEncodedContent(form));
    }

    private static Task<Answer> PlanAsync(string plan, Api by, string lead) =>
        by.PostAsync($"/api/plans/{plan}/classes", new { streamId = Members, leadUnitId = lead, hostUnitId = TestPlan.Commune });

    private async Task<string> LoadAsync()
    {
        JsonObject plan = TestPlan.Json();
        string id = "chia-lop-" + Guid.NewGuid().ToString("N")[..8];
        plan["id"] = id;
        (await app.Administrator.PostAsync("/api/plans", plan)).Must(HttpStatusCode.Created);
        return id;
    }
}
