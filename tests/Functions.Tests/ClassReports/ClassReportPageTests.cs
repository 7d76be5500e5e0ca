using System.Net;
using Xunit;

namespace NtmServerless.Functions.Tests.ClassReports;

/// <summary>A class's report through its page: drafted, filed, returned, filed again, approved.</summary>
[Collection(ClockCollection.Name)]
public sealed class ClassReportPageTests(RunningApp app, HeldClass held) : IClassFixture<HeldClass>
{
    [Fact]
    public async Task Report_FromItsDraftToItsApproval()
    {
        (await held.PostAsync("/diem-danh/1", held.Codes.Select(code => ($"marks.{code}", "present")))).Must(HttpStatusCode.SeeOther);
        (await held.Officer.PostAsync($"/api/classes/{held.Id}/evidence", Files.Upload(Files.Pdf("ky"), session: 1))).Must(HttpStatusCode.Created);
        (await held.PostAsync("/chu-ky/1", ("signers[]", held.Codes[0]), ("signers[]", held.Codes[1]))).Must(HttpStatusCode.SeeOther);
        (await held.PostAsync("/chu-ky/1/ly-do", ("notes[0].code", held.Codes[2]), ("notes[0].text", "Quên ký, có xác nhận của thôn."))).Must(HttpStatusCode.SeeOther);

        string draft = await held.PageAsync("/bao-cao");
        Assert.Contains("Có 3 người đăng ký được xác nhận; 3 người dự, trong đó 2 nữ", draft, StringComparison.Ordinal);
        Assert.Contains("Buổi 1: giấy có 2 chữ ký, điểm danh có 3 người.", draft, StringComparison.Ordinal);
        Assert.Contains("Quên ký, có xác nhận của thôn.", draft, StringComparison.Ordinal);

        // What is wrong comes back in the form with what was typed; nothing was filed.
        Answer refused = await held.PostAsync("/bao-cao", ("results", "Lớp tốt."), ("spent[0].sourceId", "kinh-phi-su-nghiep"), ("spent[0].amount", "-5"));
        Assert.Contains("Lớp tốt.", refused.Must(HttpStatusCode.UnprocessableEntity).Text, StringComparison.Ordinal);
        Assert.Contains("Hãy ghi số từ", refused.Text, StringComparison.Ordinal);
        (await held.PostAsync("/bao-cao", ("results", "Lớp tốt."))).Must(HttpStatusCode.UnprocessableEntity);

        (await held.PostAsync("/bao-cao", Filled("Lớp tốt <u>lắm</u>."))).Must(HttpStatusCode.SeeOther);
        string filed = await held.PageAsync("/bao-cao");
        Assert.Contains("Lớp tốt &lt;u&gt;lắm&lt;/u&gt;.", filed, StringComparison.Ordinal);
        Assert.Contains("1.500.000 đồng", filed, StringComparison.Ordinal);
        Assert.DoesNotContain("/bao-cao/duyet", filed, StringComparison.Ordinal);

        (await held.PostAsync("/bao-cao/duyet")).Must(HttpStatusCode.Forbidden);
        (await held.PostAsync(held.Administrator, "/bao-cao/tra-lai", ("reason", ""))).Must(HttpStatusCode.UnprocessableEntity);
        (await held.PostAsync(held.Administrator, "/bao-cao/tra-lai", ("reason", "Ghi thêm tài liệu."))).Must(HttpStatusCode.SeeOther);
        Assert.Contains("Ghi thêm tài liệu.", await held.PageAsync("/bao-cao"), StringComparison.Ordinal);

        (await held.PostAsync("/bao-cao", Filled("Lớp tốt, đã phát tài liệu."))).Must(HttpStatusCode.SeeOther);
        Assert.Contains("/bao-cao/duyet", (await app.Administrator.GetAsync(held.Path + "/bao-cao")).Text, StringComparison.Ordinal);
        (await held.PostAsync(held.Administrator, "/bao-cao/duyet", ("_key", "duyet-mot-lan"))).Must(HttpStatusCode.SeeOther);
        string approved = await held.PageAsync("/bao-cao");
        Assert.Contains("Số liệu đã chốt khi duyệt báo cáo", approved, StringComparison.Ordinal);
        Assert.Contains("Bản 1 nộp lúc", approved, StringComparison.Ordinal);
        await app.Administrator.ReachesAsync(held.Id, "closed");
    }

    [Fact]
    public async Task Report_ReadByTheCommittee_HasNoForms()
    {
        Api committee = await app.CallerAsync("committee", "ban-chi-dao");
        string page = (await committee.GetAsync(held.Path + "/bao-cao")).Must(HttpStatusCode.OK).Text;
        Assert.DoesNotContain("name=\"results\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/diem-danh/", page, StringComparison.Ordinal);
    }

    private static (string Name, string Value)[] Filled(string results) =>
    [
        ("results", results), ("contents", "- Chuyên đề 1"), ("spent[0].sourceId", "kinh-phi-su-nghiep"), ("spent[0].amount", "1.500.000"),
        ("spent[1].sourceId", "kinh-phi-don-vi"), ("spent[1].amount", ""), ("differenceNote", "Một người quên ký."),
    ];
}
