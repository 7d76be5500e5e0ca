using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace NtmServerless.Functions.Tests.Evidence;

/// <summary>The signed paper against the taps, person by person, through the page.</summary>
[Collection(ClockCollection.Name)]
public sealed class SignaturePageTests(HeldClass held) : IClassFixture<HeldClass>
{
    [Fact]
    public async Task Signatures_ThatDiffer_AreMarkedPersonByPerson_CorrectedOrExplained()
    {
        (await held.PostAsync("/diem-danh/1", ($"marks.{held.Codes[0]}", "present"), ($"marks.{held.Codes[1]}", "present"), ($"marks.{held.Codes[2]}", "absent")))
            .Must(HttpStatusCode.SeeOther);
        (await held.PostAsync("/chu-ky/1", ("signers[]", held.Codes[0]), ("signers[]", held.Codes[2]))).Must(HttpStatusCode.SeeOther);
        string page = await held.PageAsync("/chu-ky/1");
        Assert.Contains("2 người còn lệch", page, StringComparison.Ordinal);
        Assert.Contains("Điểm danh ghi có mặt nhưng trên giấy không có chữ ký.", page, StringComparison.Ordinal);
        Assert.Contains("Có chữ ký trên giấy nhưng điểm danh ghi vắng.", page, StringComparison.Ordinal);
        Assert.Contains($"value=\"{held.Codes[2]}\" checked", page, StringComparison.Ordinal);

        (await held.PostAsync("/chu-ky/1/sua", ($"marks.{held.Codes[2]}", "present"))).Must(HttpStatusCode.SeeOther);
        (await held.PostAsync("/chu-ky/1/ly-do", ("notes[0].code", held.Codes[1]), ("notes[0].text", "Về sớm <b>trước khi ký</b>."))).Must(HttpStatusCode.SeeOther);
        page = await held.PageAsync("/chu-ky/1");
        Assert.Contains("1 người còn lệch", page, StringComparison.Ordinal);
        Assert.Contains("Về sớm &lt;b&gt;trước khi ký&lt;/b&gt;.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>trước", page, StringComparison.Ordinal);

        JsonNode c = await held.Officer.ClassAsync(held.Id);
        Assert.Equal((1, 2), (c["evidence"]!["sheetCounts"]![0].Number("session"), c["evidence"]!["sheetCounts"]![0].Number("signatures")));
        JsonNode receipt = (await held.Officer.GetAsync($"/api/classes/{held.Id}/sessions/1/signatures")).Must(HttpStatusCode.OK).Json;
        Assert.Equal(held.Codes[1], Assert.Single(receipt["differences"]!.AsArray()).Text("code"));
    }

    [Fact]
    public async Task Signatures_WithoutAnybodyTicked_AreAskedFor()
    {
        Answer refused = (await held.PostAsync("/chu-ky/2", ("_key", "khong-ai"))).Must(HttpStatusCode.UnprocessableEntity);
        Assert.Contains("Hãy đánh dấu những người đã ký", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signatures_OfACodeOfNobody_AreRefused() =>
        (await held.PostAsync("/chu-ky/2", ("signers[]", "00000000"))).Must(HttpStatusCode.UnprocessableEntity);

    [Fact]
    public async Task Signatures_OfASessionThatIsNotThere_AreNotFound() =>
        (await held.Officer.GetAsync(held.Path + "/chu-ky/9")).Must(HttpStatusCode.NotFound);
}
