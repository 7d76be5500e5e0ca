using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace NtmServerless.Functions.Tests.Classes;

/// <summary>Who may lead: the unit that the plan names, or one to which the lead was handed on.</summary>
public sealed class LeadTests(RunningApp app)
{
    private const string OfTheOffice = "khu-dan-cu-kieu-mau";

    [Fact]
    public async Task Commune_CannotTakeAClassThatThePlanGivesToTheOffice()
    {
        Api commune = await app.CallerAsync("commune", TestPlan.Commune);
        JsonObject form = SampleClass.PlanForm();
        form["streamId"] = OfTheOffice;
        Answer refused = await commune.PostAsync($"/api/plans/{TestPlan.Id}/classes", form);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("leadUnitId", refused.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(OfTheOffice, await commune.OpenAsync("/can-bo/lop/moi"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Commune_CannotTakeTheTourOfTheOffice()
    {
        Api commune = await app.CallerAsync("commune", TestPlan.Commune);
        Answer refused = await commune.PostAsync(
            $"/api/plans/{TestPlan.Id}/tours", new { plannedTourId = TestPlan.NextTour(), leadUnitId = TestPlan.Commune });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
    }

    [Fact]
    public async Task Tour_HandedOnByTheOffice_GoesWithATrail_AndCannotBePassedOn()
    {
        string tours = $"/api/plans/{TestPlan.Id}/tours";
        string planned = TestPlan.NextTour();
        string id = (await app.Administrator.PostAsync(tours, new { plannedTourId = planned })).Must(HttpStatusCode.Created).Json.Text("id");
        Assert.Equal("tour-planned", (await app.Administrator.PostAsync(tours, new { plannedTourId = planned })).Must(HttpStatusCode.Conflict).Problem);
        string page = $"/can-bo/tham-quan/{id}/viec/chu-tri";
        Answer done = await app.Administrator.SendFormAsync(page, null, ("toUnitId", "hoi-phu-nu"), ("reason", "Theo phân công của Ban Chỉ đạo"));
        Assert.Contains("Đã chuyển đoàn cho đơn vị khác chủ trì", WebUtility.HtmlDecode(done.Must(HttpStatusCode.OK).Text), StringComparison.Ordinal);
        Api union = await app.CallerAsync("leadUnit", "hoi-phu-nu");
        string read = await union.OpenAsync($"/can-bo/tham-quan/{id}");
        Assert.Contains("Theo phân công của Ban Chỉ đạo", read, StringComparison.Ordinal);
        Assert.DoesNotContain("/viec/chu-tri", read, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await union.PostAsync(
            $"{tours}/{id}/transfer-lead", new { toUnitId = "hoi-nong-dan", reason = "Chuyển tiếp" })).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await app.Administrator.PostAsync(
            $"{tours}/{id}/transfer-lead", new { toUnitId = "hoi-phu-nu", reason = "Lần nữa" })).Status);
        (await union.PostAsync($"{tours}/{id}/cancel", new { reason = "Không bố trí được kinh phí" })).Must(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Lead_HandedOnByTheOffice_GoesWithATrail_AndCannotBePassedOn()
    {
        string id = await app.Administrator.OpenClassAsync();
        Api union = await app.CallerAsync("leadUnit", "hoi-phu-nu");
        Assert.Equal(HttpStatusCode.Forbidden, (await union.PostAsync($"/api/classes/{id}/extend",
            new { registrationClosesAt = SampleClass.FarAway.AddHours(1) })).Status);
        Answer done = await app.Administrator.SendFormAsync(
            $"/can-bo/lop/{id}", $"/can-bo/lop/{id}/chu-tri", ("toUnitId", "hoi-phu-nu"), ("reason", "Theo đề nghị của xã"));
        Assert.Contains("Đã chuyển lớp cho đơn vị khác chủ trì", WebUtility.HtmlDecode(done.Must(HttpStatusCode.OK).Text), StringComparison.Ordinal);
        JsonNode c = await union.ClassAsync(id);
        Assert.Equal(("hoi-phu-nu", TestPlan.Commune), (c.Text("leadUnitId"), c["leadTransfers"]![0].Text("fromUnitId")));
        Assert.Contains("Theo đề nghị của xã", await union.OpenAsync($"/can-bo/lop/{id}"), StringComparison.Ordinal);
        (await union.PostAsync($"/api/classes/{id}/extend", new { registrationClosesAt = SampleClass.FarAway.AddHours(1) })).Must(HttpStatusCode.OK);
        Assert.Equal(HttpStatusCode.Forbidden, (await union.PostAsync(
            $"/api/classes/{id}/transfer-lead", new { toUnitId = "hoi-nong-dan", reason = "Chuyển tiếp" })).Status);
    }
}
