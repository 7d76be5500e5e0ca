using System.Net;
using Azure;
using Azure.Data.Tables;
using Xunit;

namespace NtmServerless.Functions.Tests.Faults;

/// <summary>Damaged rows that every list of a plan meets, in an app of its own; and the page that names them.</summary>
public sealed class DamagedListTests
{
    private const string Plan = "/api/plans/" + TestPlan.Id;

    [Fact]
    public async Task Lists_WithADamagedRow_ShowTheRest_AndTheStatusPageNamesIt()
    {
        await using OwnApp app = new();
        await app.StartAsync();
        Api office = app.Administrator;
        string unseen = await office.OpenClassAsync();
        string code = (await office.RegisteredAsync(unseen, SampleClass.Person(1))).Text("code");
        string whole = await office.PlannedAsync(), broken = await office.PlannedAsync();
        string tour = (await office.PostAsync(Plan + "/tours", new { plannedTourId = "tham-quan-hoc-tap" })).Must(HttpStatusCode.Created).Json.Text("id");
        await DamageAsync(app, "ClassSummaries", TestPlan.Id, broken, """{"id":"x","stage":"StageOfTomorrow"}""");
        await DamageAsync(app, "Tours", TestPlan.Id, "tour-" + tour, "{\"id\":");

        Answer classes = (await office.GetAsync(Plan + "/classes")).Must(HttpStatusCode.OK);
        Assert.Equal("1", classes.Headers.GetValues("X-Missing-Records").Single());
        Assert.Contains(whole, classes.Text, StringComparison.Ordinal);
        Assert.Equal("1", (await office.GetAsync(Plan + "/tours")).Must(HttpStatusCode.OK).Headers.GetValues("X-Missing-Records").Single());
        foreach (string page in (string[])["/can-bo/lop", "/can-bo/tham-quan"])
            Assert.Contains("còn thiếu 1 bản ghi", await office.OpenAsync(page), StringComparison.Ordinal);
        Assert.Contains("còn thiếu 2 bản ghi", await office.OpenAsync("/can-bo"), StringComparison.Ordinal);
        Assert.Equal("record-damaged", (await office.GetAsync(Plan + "/progress")).Must(HttpStatusCode.InternalServerError).Problem);

        string status = await office.OpenAsync("/can-bo/he-thong");
        Assert.Contains($"<code>{broken}</code>", status, StringComparison.Ordinal);
        Assert.Contains($"<code>tour-{tour}</code>", status, StringComparison.Ordinal);
        Assert.Contains("0.13.0", status, StringComparison.Ordinal);
        Assert.Single(app.Process.Output.Split('\n'), l => l.Contains("Damaged record", StringComparison.Ordinal) && l.Contains(broken, StringComparison.Ordinal));

        // What nobody opened is found by the look; what is whole again is not named any more.
        await DamageAsync(app, "Classes", unseen, "reg-" + code, "{}}");
        await Rows(app, "Tours").DeleteEntityAsync(TestPlan.Id, "tour-" + tour, ETag.All, TestContext.Current.CancellationToken);
        string looked = WebUtility.HtmlDecode((await office.SendFormAsync("/can-bo/he-thong", "/can-bo/he-thong/ra-soat")).Must(HttpStatusCode.OK).Text);
        Assert.Contains($"<code>reg-{code}</code>", looked, StringComparison.Ordinal);
        Assert.DoesNotContain($"<code>tour-{tour}</code>", looked, StringComparison.Ordinal);
    }

    private static TableClient Rows(OwnApp app, string table) => new(app.StorageConnection, table);

    private static Task<Response> DamageAsync(OwnApp app, string table, string partition, string row, string json) => Rows(app, table).UpdateEntityAsync(
        new TableEntity(partition, row) { ["Json"] = json, ["Version"] = 1_000L }, ETag.All, TableUpdateMode.Replace, TestContext.Current.CancellationToken);
}
