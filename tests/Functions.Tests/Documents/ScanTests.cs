using System.Net;
using Xunit;

namespace NtmServerless.Functions.Tests.Documents;

/// <summary>A scan finds its class by the code of the sheet; the report of a class as a document.</summary>
[Collection(ClockCollection.Name)]
public sealed class ScanTests(HeldClass held) : IClassFixture<HeldClass>
{
    [Fact]
    public async Task Scan_WithItsCode_GoesToThatSession()
    {
        Answer taken = await SendAsync($"NTM:{held.Id}:2", Files.Jpeg(9), signatures: "3");

        Assert.Equal(HttpStatusCode.SeeOther, taken.Status);
        string page = WebUtility.HtmlDecode((await held.Officer.GetAsync(taken.Headers.Location!.OriginalString)).Must(HttpStatusCode.OK).Text);
        Assert.Contains("buổi 2", page, StringComparison.Ordinal);
        System.Text.Json.Nodes.JsonNode file = Assert.Single((await held.Officer.GetAsync($"/api/classes/{held.Id}/evidence")).Json.AsArray(), f => f!["session"]?.GetValue<int>() == 2)!;
        Assert.Equal(("signedSheet", 3), (file.Text("kind"), file.Number("signatures")));
    }

    [Theory]
    [InlineData("NTM:khong-co:1")]
    [InlineData("khong phai ma")]
    public async Task Scan_WithAWrongCode_ComesBackInTheField(string code)
    {
        Answer refused = await SendAsync(code, Files.Jpeg(8));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Mã phiếu không đúng", WebUtility.HtmlDecode(refused.Text), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scan_OfAnUnknownSession_IsRefused() =>
        Assert.Contains("buổi", WebUtility.HtmlDecode((await SendAsync($"NTM:{held.Id}:9", Files.Jpeg(7))).Must(HttpStatusCode.NotFound).Text), StringComparison.Ordinal);

    [Fact]
    public async Task ClassReport_OnceFiled_IsADocumentWithItsAnnex()
    {
        (await held.Administrator.PostAsync(
            $"/api/classes/{held.Id}/sessions/1/attendance", new { marks = new[] { new { code = held.Codes[1], mark = "present" } } })).Must(HttpStatusCode.OK);
        (await held.Administrator.PostAsync($"/api/classes/{held.Id}/report", new { results = "Lớp học nghiêm túc, đúng thành phần.", differenceNote = "Hai người ký muộn." })).Must(HttpStatusCode.OK);
        string id = (await held.Officer.PostAsync($"/api/classes/{held.Id}/documents", new { kind = "classReport" })).Must(HttpStatusCode.Created).Json.Text("id");
        string text = DocumentApiTests.TextOf((await held.Officer.GetAsync($"/api/plans/{TestPlan.Id}/documents/{id}")).Must(HttpStatusCode.OK).Body);
        Assert.Contains("Lớp học nghiêm túc", text, StringComparison.Ordinal);
        Assert.Contains("Hoàng Văn Thử 2", text, StringComparison.Ordinal);
    }

    private Task<Answer> SendAsync(string code, byte[] file, string signatures = "")
    {
        MultipartFormDataContent form = Files.Alone(file, "quet.jpg");
        form.Add(new StringContent(code), "code");
        form.Add(new StringContent(signatures), "signatures");
        return held.Officer.PostAsync("/can-bo/ban-quet", form);
    }
}
