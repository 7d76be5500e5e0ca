using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Xunit;

namespace NtmServerless.Functions.Tests.Evidence;

/// <summary>Evidence through its page, without scripts: one form, several files.</summary>
[Collection(ClockCollection.Name)]
public sealed class EvidencePageTests(HeldClass held) : IClassFixture<HeldClass>
{
    private string Path => held.Path + "/minh-chung";

    [Fact]
    public async Task Files_WithABadOneAmongThem_AreTakenButForThatOne()
    {
        int before = await CountAsync("photo");
        Answer answer = (await held.Officer.PostAsync(Path, Form("photo",
            ("mot.jpg", Files.Jpeg(21)), ("<img src=x onerror=alert(1)>.jpg", Encoding.ASCII.GetBytes("MZ that is no picture")), ("hai.jpg", Files.Jpeg(22)))))
            .Must(HttpStatusCode.UnprocessableEntity);
        Assert.Contains("Đã nhận 2 trên 3 tệp", answer.Text, StringComparison.Ordinal);
        Assert.Contains("Nội dung tệp không phải JPEG, PNG", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<img src=x", answer.Text, StringComparison.Ordinal);
        Assert.Equal(before + 2, await CountAsync("photo"));
    }

    [Fact]
    public async Task Files_AllGood_AreTaken_AndSentAgainAreTheSame()
    {
        int before = await CountAsync("signedSheet");
        for (int time = 0; time < 2; time++)
        {
            Answer answer = await held.Officer.PostAsync(Path, Form("signedSheet", ("mot.pdf", Files.Pdf("trang 1")), ("hai.pdf", Files.Pdf("trang 2"))));
            Assert.Equal(Path + "?xong=files-taken", answer.Must(HttpStatusCode.SeeOther).Headers.Location!.OriginalString);
        }

        Assert.Equal(before + 2, await CountAsync("signedSheet"));
        Assert.Contains("Danh sách ký của cả lớp (PDF)", await held.PageAsync("/minh-chung"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("none", "Hãy chọn ít nhất một tệp.")]
    [InlineData("kind", "Hãy chọn loại")]
    [InlineData("signatures", "Hãy điền mục này.")]
    public async Task Form_ThatIsWrong_SaysWhatToDo(string what, string words)
    {
        MultipartFormDataContent form = what switch
        {
            "none" => Form("photo", ("", [])),
            "kind" => Form("", ("a.jpg", Files.Jpeg(3))),
            _ => Form("signedSheet", ("a.pdf", Files.Pdf("a"))),
        };
        if (what == "signatures") form.Add(new StringContent("12"), "signatures");
        Answer answer = (await held.Officer.PostAsync(Path, form)).Must(HttpStatusCode.UnprocessableEntity);
        Assert.Contains(words, answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Photo_ErasedOnRequest_LeavesItsReason()
    {
        (await held.Officer.PostAsync(Path, Form("photo", ("xoa.jpg", Files.Jpeg(77))))).Must(HttpStatusCode.SeeOther);
        string sha = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Files.Jpeg(77)));
        (await held.PostAsync($"/minh-chung/{sha}/xoa", ("reason", ""))).Must(HttpStatusCode.UnprocessableEntity);
        (await held.PostAsync($"/minh-chung/{sha}/xoa", ("reason", "Người trong ảnh đề nghị <i>xóa</i>"))).Must(HttpStatusCode.SeeOther);
        string page = await held.PageAsync("/minh-chung");
        Assert.Contains("Người trong ảnh đề nghị &lt;i&gt;xóa&lt;/i&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain($"/evidence/photo/{sha}", page, StringComparison.Ordinal);
        (await held.Officer.GetAsync($"/api/classes/{held.Id}/evidence/photo/{sha}")).Must(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Form_LargerThanARequest_IsRefused()
    {
        Answer answer = await held.Officer.PostAsync(Path, Form("photo", ("to.jpg", new byte[29_000_000])));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.Status);
    }

    private async Task<int> CountAsync(string kind)
    {
        JsonArray files = (await held.Officer.GetAsync($"/api/classes/{held.Id}/evidence")).Must(HttpStatusCode.OK).Json.AsArray();
        return files.Count(f => f.Text("kind") == kind);
    }

    private static MultipartFormDataContent Form(string kind, params (string Name, byte[] Content)[] files)
    {
        MultipartFormDataContent form = new() { { new StringContent(kind), "kind" } };
        foreach ((string name, byte[] content) in files)
        {
            ByteArrayContent part = new(content);
            part.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"file\"; filename=\"{name}\"");
            form.Add(part);
        }

        return form;
    }
}
