using System.Net;
using Azure;
using Azure.Data.Tables;
using Xunit;

namespace NtmServerless.Functions.Tests.Faults;

/// <summary>
/// A record that cannot be read, because it was cut, emptied or written by a newer version: nobody's request is at fault. Lists show the
/// rest and say that one is missing; what needs every record refuses with 500, and tells nothing of the row.
/// </summary>
public sealed class DamagedRecordTests(RunningApp app)
{
    [Theory]
    [InlineData("{\"bi-mat\":")]
    [InlineData("[\"bi-mat\"]")]
    [InlineData("{\"status\":\"bi-mat\"}")]
    [InlineData(null)]
    public async Task Registration_ThatIsDamaged_IsMissingInLists_AndRefusesWhatNeedsIt(string? json)
    {
        string id = await app.Administrator.OpenClassAsync();
        string code = (await app.Public.RegisteredAsync(id, SampleClass.Person(1))).Text("code");
        string whole = (await app.Public.RegisteredAsync(id, SampleClass.Person(2))).Text("code");
        await new TableClient(app.Storage, "Classes").UpdateEntityAsync(
            new TableEntity(id, "reg-" + code) { ["Json"] = json }, ETag.All, TableUpdateMode.Replace, TestContext.Current.CancellationToken);

        Answer api = (await app.Administrator.GetAsync($"/api/classes/{id}/registrations")).Must(HttpStatusCode.OK);
        Answer page = (await app.Administrator.GetAsync($"/can-bo/lop/{id}/danh-sach")).Must(HttpStatusCode.OK);
        Answer file = await app.Administrator.GetAsync($"/can-bo/lop/{id}/danh-sach.xlsx");
        Answer act = await app.Public.PostAsync($"/api/public/classes/{id}/registrations/lookup", new { code, birthYear = 1961 });
        Answer list = await app.Administrator.PostAsync($"/api/classes/{id}/documents", new { kind = "participants", numbering = "register", signerName = "Hoàng Văn Mẫu", signerCapacity = "CHỦ TỊCH" });

        Assert.Equal("1", api.Headers.GetValues("X-Missing-Records").Single());
        Assert.Contains(whole, api.Text, StringComparison.Ordinal);
        Assert.Contains("còn thiếu 1 bản ghi", WebUtility.HtmlDecode(page.Text), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.InternalServerError, "record-damaged"), (act.Status, act.Problem));
        Assert.Equal((HttpStatusCode.InternalServerError, "text/html"), (file.Status, file.MediaType));
        Assert.Equal((HttpStatusCode.InternalServerError, "record-damaged"), (list.Status, list.Problem));
        foreach (string secret in (string[])["bi-mat", "reg-", "Exception", "Json", "Storage", "   at "])
            Assert.All([page, file, act, list], a => Assert.DoesNotContain(secret, a.Text, StringComparison.Ordinal));
        string line = app.Process.Output.Split('\n').Single(l => l.Contains("Damaged record", StringComparison.Ordinal) && l.Contains("reg-" + code, StringComparison.Ordinal));
        Assert.Contains($"partition {id}", line, StringComparison.Ordinal);
        (await app.Public.GetAsync("/api/health")).Must(HttpStatusCode.OK);
    }
}
