using System.IO.Compression;
using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace NtmServerless.Functions.Tests.Documents;

/// <summary>The documents of a class over the API: made once, numbered, signed, withdrawn, read by those who may.</summary>
public sealed class DocumentApiTests(RunningApp app)
{
    private const string Plan = "/api/plans/" + TestPlan.Id;

    [Fact]
    public async Task Announcement_MadeTwice_IsOneDocumentWithOneNumber()
    {
        string id = await app.Administrator.OpenClassAsync(SampleClass.PlanForm(lead: "xa-cao-lau"));
        Api officer = await app.CallerAsync("commune", "xa-cao-lau");

        JsonNode first = await MadeAsync(officer, new(id), new { kind = "announcement", numbering = "register", signerName = "Hoàng Văn Mẫu" });
        JsonNode again = await MadeAsync(officer, new(id), new { kind = "announcement", numbering = "register", signerName = "Hoàng Văn Mẫu" });
        JsonNode invitation = await MadeAsync(officer, new(id), new { kind = "invitation", addressee = "UBND xã Hợp Thành", people = 5 });

        Assert.Equal(first.Text("id"), again.Text("id"));
        Assert.Equal((1, "TB-UBND", 1, "GM-UBND"), (first.Number("number"), first.Text("symbol"), invitation.Number("number"), invitation.Text("symbol")));
        Answer file = (await officer.GetAsync($"{Plan}/documents/{first.Text("id")}")).Must(HttpStatusCode.OK);
        string text = TextOf(file.Body);
        Assert.Contains("01/TB-UBND", text, StringComparison.Ordinal);
        Assert.Contains("Hoàng Văn Mẫu", text, StringComparison.Ordinal);
        Assert.StartsWith("Thông báo: Về việc tổ chức", first.Text("title"), StringComparison.Ordinal);
        Assert.Equal(2, (await officer.GetAsync($"/api/classes/{id}/documents")).Must(HttpStatusCode.OK).Json.AsArray().Count);
    }

    [Fact]
    public async Task Withdrawn_StaysInTheRegisterWithItsReason()
    {
        string id = await app.Administrator.OpenClassAsync(SampleClass.PlanForm(lead: "xa-cong-son"));
        Api officer = await app.CallerAsync("commune", "xa-cong-son");
        string wrong = (await MadeAsync(officer, new(id), new { kind = "announcement", numbering = "register" })).Text("id");

        JsonNode gone = (await officer.PostAsync($"{Plan}/documents/{wrong}/withdraw", new { reason = "Sai địa điểm" })).Must(HttpStatusCode.OK).Json;
        JsonNode right = await MadeAsync(officer, new(id), new { kind = "announcement", numbering = "register" });
        JsonNode register = (await officer.PostAsync($"{Plan}/documents/register", new { year = (await app.NowAsync()).Year })).Must(HttpStatusCode.Created).Json;

        Assert.Equal("Sai địa điểm", gone["withdrawn"].Text("reason"));
        Assert.Equal(2, right.Number("number"));
        string text = TextOf((await officer.GetAsync($"{Plan}/documents/{register.Text("id")}")).Must(HttpStatusCode.OK).Body);
        Assert.Contains("01/TB-UBND", text, StringComparison.Ordinal);
        Assert.Contains("Sai địa điểm", text, StringComparison.Ordinal);
        Assert.Equal("document-withdrawn", Problem(await officer.PostAsync($"{Plan}/documents/{wrong}/withdraw", new { reason = "Lại" }), HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task SignedScan_IsKeptByItsContent()
    {
        string id = await app.Administrator.OpenClassAsync(SampleClass.PlanForm(lead: "xa-hai-yen"));
        Api officer = await app.CallerAsync("commune", "xa-hai-yen");
        string document = (await MadeAsync(officer, new(id), new { kind = "announcement" })).Text("id");
        byte[] scan = Files.Pdf("đã ký");

        JsonNode signed = (await officer.PostAsync($"{Plan}/documents/{document}/signed", Files.Alone(scan, "anh.jpg"))).Must(HttpStatusCode.Created).Json;

        Assert.Equal("pdf", signed["scan"].Text("type"));
        Assert.Equal(scan, (await officer.GetAsync($"{Plan}/documents/{document}/signed")).Must(HttpStatusCode.OK).Body);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await officer.PostAsync($"{Plan}/documents/{document}/signed", Files.Alone("PK khong phai"u8.ToArray()))).Status);
    }

    [Fact]
    public async Task Lists_WithPeople_AreForWhoRunsTheClassAlone()
    {
        JsonObject form = SampleClass.PlanForm();
        form["hostUnitId"] = "xa-hong-phong";
        string id = await app.Administrator.OpenClassAsync(form);
        await app.Public.RegisteredAsync(id, SampleClass.Person(7));
        Api lead = await app.CallerAsync("commune", TestPlan.Commune), host = await app.CallerAsync("commune", "xa-hong-phong");
        Api other = await app.CallerAsync("commune", TestPlan.OtherCommune), committee = await app.CallerAsync("committee", "ban-chi-dao");
        string announcement = (await MadeAsync(lead, new(id), new { kind = "announcement", numbering = "open" })).Text("id");
        string list = (await MadeAsync(lead, new(id), new { kind = "participants" })).Text("id");
        await MadeAsync(lead, new(id), new { kind = "signingSheet" });

        Assert.Contains("Hoàng Văn Thử 7", TextOf((await lead.GetAsync($"{Plan}/documents/{list}")).Must(HttpStatusCode.OK).Body), StringComparison.Ordinal);
        foreach (Api reader in (Api[])[host, committee])
        {
            (await reader.GetAsync($"{Plan}/documents/{announcement}")).Must(HttpStatusCode.OK);
            Assert.Equal(HttpStatusCode.Forbidden, (await reader.GetAsync($"{Plan}/documents/{list}")).Status);
            Assert.Equal(announcement, Assert.Single((await reader.GetAsync($"/api/classes/{id}/documents")).Must(HttpStatusCode.OK).Json.AsArray()).Text("id"));
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await other.GetAsync($"/api/classes/{id}/documents")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await other.GetAsync($"{Plan}/documents/{announcement}")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await host.PostAsync($"/api/classes/{id}/documents", new { kind = "announcement" })).Status);
        Assert.Equal(3, (await lead.GetAsync($"/api/classes/{id}/documents")).Json.AsArray().Count);
        Assert.DoesNotContain(list, (await committee.GetAsync($"{Plan}/documents")).Must(HttpStatusCode.OK).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatCannotBeMadeYet_SaysWhatIsMissing()
    {
        string planned = await app.Administrator.PlannedAsync();
        string open = await app.Administrator.OpenClassAsync();
        Assert.Equal("document-not-ready", Problem(await app.Administrator.PostAsync($"/api/classes/{planned}/documents", new { kind = "announcement" }), HttpStatusCode.Conflict));
        Assert.Equal("document-not-ready", Problem(await app.Administrator.PostAsync($"/api/classes/{open}/documents", new { kind = "participants" }), HttpStatusCode.Conflict));
        Answer invalid = await app.Administrator.PostAsync($"/api/classes/{open}/documents", new { kind = "invitation", numbering = "given", number = 0 });
        Assert.Equal(["addressee", "number"], invalid.Must(HttpStatusCode.UnprocessableEntity).Json["errors"]!.AsObject().Select(e => e.Key).Order());
        Assert.Equal(HttpStatusCode.NotFound, (await app.Administrator.GetAsync($"{Plan}/documents/2024-khong-co")).Status);
    }

    [Fact]
    public async Task PlanAndLog_AreDocumentsToo()
    {
        string plan = (await app.Administrator.PostAsync($"{Plan}/documents/plan", (object?)null)).Must(HttpStatusCode.Created).Json.Text("id");
        string log = (await app.Administrator.PostAsync($"{Plan}/documents/communication-log", new { from = "2024-01-01", to = "2024-02-29" })).Must(HttpStatusCode.Created).Json.Text("id");
        Assert.Contains("Nguyễn Văn Thịnh", TextOf((await app.Administrator.GetAsync($"{Plan}/documents/{plan}")).Must(HttpStatusCode.OK).Body), StringComparison.Ordinal);
        Assert.Contains("01/01/2024", TextOf((await app.Administrator.GetAsync($"{Plan}/documents/{log}")).Must(HttpStatusCode.OK).Body).Replace("1/1/2024", "01/01/2024", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    private static async Task<JsonNode> MadeAsync(Api officer, ClassId classId, object form) =>
        (await officer.PostAsync($"/api/classes/{classId}/documents", form)).Must(HttpStatusCode.Created).Json;

    private static string Problem(Answer answer, HttpStatusCode expected) => answer.Must(expected).Json.Text("type").Split(':')[^1];

    internal static string TextOf(byte[] document)
    {
        using ZipArchive zip = new(new MemoryStream(document));
        using StreamReader body = new(zip.GetEntry("word/document.xml")!.Open());
        return WebUtility.HtmlDecode(System.Text.RegularExpressions.Regex.Replace(body.ReadToEnd(), "<[^>]+>", ""));
    }
}
