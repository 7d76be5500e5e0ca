using System.Net;
using Azure;
using Azure.Data.Tables;
using Xunit;

namespace NtmServerless.Functions.Tests.Faults;

/// <summary>What nobody expects: a record that cannot be read. Nobody's request is at fault, and nothing of it is told.</summary>
public sealed class DamagedRecordTests(RunningApp app)
{
    [Theory]
    [InlineData("{\"bi-mat\":")]
    [InlineData("[\"bi-mat\"]")]
    [InlineData(null)]
    public async Task Record_ThatIsDamaged_IsAnError500WithNothingLeaked(string? json)
    {
        string id = await app.Administrator.OpenClassAsync();
        string code = (await app.Public.RegisteredAsync(id, SampleClass.Person(1))).Text("code");
        await new TableClient(app.Storage, "Classes").UpdateEntityAsync(
            new TableEntity(id, "reg-" + code) { ["Json"] = json }, ETag.All, TableUpdateMode.Replace, TestContext.Current.CancellationToken);

        Answer api = await app.Administrator.GetAsync($"/api/classes/{id}/registrations");
        Answer page = await app.Administrator.GetAsync($"/can-bo/lop/{id}/danh-sach");
        Answer act = await app.Public.PostAsync($"/api/public/classes/{id}/registrations/lookup", new { code, birthYear = 1961 });

        Assert.Equal((HttpStatusCode.InternalServerError, "unexpected"), (api.Status, api.Problem));
        Assert.Equal((HttpStatusCode.InternalServerError, "unexpected"), (act.Status, act.Problem));
        Assert.Equal((HttpStatusCode.InternalServerError, "text/html"), (page.Status, page.MediaType));
        Assert.Contains("default-src 'none'", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        foreach (string secret in (string[])["bi-mat", "reg-", "Exception", "Json", "Storage", "   at "])
            Assert.All([api, page, act], a => Assert.DoesNotContain(secret, a.Text, StringComparison.Ordinal));
        (await app.Public.GetAsync("/api/health")).Must(HttpStatusCode.OK);
    }
}
