using System.Net;
using System.Text;
using Xunit;

namespace NtmServerless.Functions.Tests.BadInput;

/// <summary>What is no text, no date, no key: each is refused as what it is, in Vietnamese.</summary>
public sealed class StrangeTextTests(RunningApp app)
{
    [Theory]
    [InlineData("/tra-cuu")]
    [InlineData("/dang-nhap")]
    [InlineData("/lan-dau")]
    [InlineData("/lop/{class}/dang-ky")]
    public async Task Form_InACharsetThatNobodyReads_Is415(string path)
    {
        path = path.Replace("{class}", await app.Administrator.OpenClassAsync(), StringComparison.Ordinal);
        await RefusedAsync(app.Public, path, "application/x-www-form-urlencoded; charset=utf-7", "Sai bảng mã");
        await RefusedAsync(app.Public, path, "multipart/form-data; boundary=x", "Sai kiểu nội dung");
    }

    [Theory]
    [InlineData("utf-7")]
    [InlineData("utf-16")]
    [InlineData("\"khongco\"")]
    public Task Json_InACharsetThatIsNotUtf8_Is415(string charset) =>
        RefusedAsync(app.Public, "/api/public/classes/khong-co/registrations", $"application/json; charset={charset}", "Sai bảng mã");

    [Fact]
    public Task FormWithFiles_InACharsetThatNobodyReads_Is415() =>
        RefusedAsync(app.Administrator, "/can-bo/ke-hoach", "multipart/form-data; boundary=x", "Sai bảng mã");

    private static async Task RefusedAsync(Api caller, string path, string type, string title)
    {
        ByteArrayContent body = new("--x\r\nContent-Disposition: form-data; name=\"a\"\r\nContent-Type: text/plain; charset=utf-7\r\n\r\nb\r\n--x--\r\n"u8.ToArray());
        body.Headers.TryAddWithoutValidation("Content-Type", type);
        Answer answer = await caller.SendAsync(HttpMethod.Post, path, body);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.Status);
        Assert.Contains(title, answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/?tim=%EF%BF%BE")]
    [InlineData("/can-bo/lop?tim=%EF%BF%BE")]
    [InlineData("/can-bo/van-ban?tim=a%EF%BF%BEb")]
    [InlineData("/can-bo/van-ban/xlsx?tim=%EF%BF%BE")]
    [InlineData("/can-bo/tai-khoan?tim=%EF%BF%BF")]
    public async Task Search_ForWhatIsNoCharacter_FindsNothingAndIsHarmless(string path) =>
        (await app.Administrator.GetAsync(path)).Must(HttpStatusCode.OK);

    [Fact]
    public async Task Name_WithWhatIsNoCharacter_IsRefusedAtItsField()
    {
        await SaysAsync("/api/accounts", """{"userName":"\ufffe","displayName":"A","role":"committee","unitId":"ban-chi-dao"}""", HttpStatusCode.UnprocessableEntity, "userName");
        string id = await app.Administrator.OpenClassAsync();
        string person = SampleClass.Person(1).ToJsonString(Api.Json);
        foreach (string odd in (string[])["\\ufffe", "\\uffff", "\\ufdd0", "\\ufffd"])
            await SaysAsync($"/api/public/classes/{id}/registrations", person.Replace("Hoàng", odd, StringComparison.Ordinal), HttpStatusCode.UnprocessableEntity, "fullName");
        await SaysAsync($"/api/public/classes/{id}/registrations", person.Replace("Hoàng", "\\ud83d", StringComparison.Ordinal), HttpStatusCode.BadRequest, "fullName");
    }

    [Theory]
    [InlineData("01")]
    [InlineData("%2B1")]
    [InlineData("-0")]
    public async Task Session_ThatIsANumberToRoutingOnly_IsNotThere(string session)
    {
        string id = await app.Administrator.OpenClassAsync();
        Answer answer = await app.Administrator.GetAsync($"/can-bo/lop/{id}/chu-ky/{session}");
        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
    }

    [Theory]
    [InlineData("documents/communication-log", """{"from":"9999-12-31","to":"9999-12-31"}""", "from")]
    [InlineData("documents/communication-log", """{"from":"1999-12-31","to":"2024-01-01"}""", "from")]
    [InlineData("reports", """{"from":"2101-01-01","to":"2101-01-02"}""", "from")]
    [InlineData("classes", """{"streamId":"xa-tu-to-chuc","leadUnitId":"xa-gia-cat","hostUnitId":"xa-gia-cat","topicIds":[null]}""", "topicIds[0]")]
    public Task Form_WithADateOutOfReachOrAGap_IsRefusedAtItsField(string path, string json, string field) =>
        SaysAsync($"/api/plans/{TestPlan.Id}/{path}", json, HttpStatusCode.BadRequest, field);

    [Theory]
    [InlineData("ffffffffffffffff")]
    [InlineData("fffffffffffffffff")]
    [InlineData("7fffffff")]
    [InlineData("-1")]
    [InlineData("zz")]
    public async Task Body_WithAChunkThatCannotBe_IsRefused(string size)
    {
        foreach ((string path, string type) in ((string, string)[])[("/tra-cuu", "application/x-www-form-urlencoded"), ("/api/public/classes/a/registrations", "application/json")])
        {
            using Raw raw = await Raw.ToAsync(app.Process.Address);
            await raw.HeadAsync(path, type);
            await raw.SendAsync(Encoding.ASCII.GetBytes(size + "\r\nabc\r\n0\r\n\r\n"));
            if (size == "7fffffff") continue;
            Assert.StartsWith("HTTP/1.1 4", await raw.AnswerAsync(), StringComparison.Ordinal);
        }
    }

    private async Task SaysAsync(string path, string json, HttpStatusCode status, string field)
    {
        Answer answer = (await app.Administrator.PostAsync(path, Api.JsonBody(json))).Must(status);
        Assert.Contains(field, answer.Json["errors"]!.AsObject().Select(e => e.Key));
    }
}
