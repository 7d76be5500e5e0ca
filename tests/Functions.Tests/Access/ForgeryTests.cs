using System.Net;
using Xunit;

namespace NtmServerless.Functions.Tests.Access;

/// <summary>What another site makes an officer's browser send changes nothing.</summary>
public sealed class ForgeryTests(RunningApp app)
{
    private const string Page = "/can-bo/tai-khoan/moi";
    private const string Route = "/api/accounts";

    [Fact]
    public async Task Form_WithTheCookieAlone_IsRefused()
    {
        using SignedIn officer = await app.OfficerAsync("administrator", TestPlan.Office);

        Answer page = await officer.SendFormAsync(Page, Fields("a"));
        Answer api = await officer.SendAsync(HttpMethod.Post, Route, Api.JsonBody("{}"));
        Answer formToApi = await officer.SendFormAsync(Route, [.. Fields("a"), (SignedIn.TokenField, await officer.TokenAsync())]);

        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        Assert.Contains("Biểu mẫu đã cũ", page.Text, StringComparison.Ordinal);
        Assert.Equal("forgery", api.Problem);
        Assert.Equal("forgery", formToApi.Problem);
    }

    [Fact]
    public async Task Form_WithTheSessionsToken_IsTaken()
    {
        using SignedIn officer = await app.OfficerAsync("administrator", TestPlan.Office);

        Answer page = await officer.PostFormAsync(Page, Fields("b"));
        Answer api = await officer.PostAsync(Route, new { userName = "b-" + Guid.NewGuid().ToString("N")[..8], displayName = "B", role = "commune", unitId = TestPlan.Commune });

        Assert.Contains("Phiếu mật khẩu dùng lần đầu", page.Must(HttpStatusCode.OK).Text, StringComparison.Ordinal);
        api.Must(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Token_OfAnotherSessionOrOfBefore_IsRefused()
    {
        using SignedIn officer = await app.OfficerAsync("administrator", TestPlan.Office);
        using SignedIn other = await app.OfficerAsync("administrator", TestPlan.Office);
        string before = await officer.TokenAsync();
        string others = await other.TokenAsync();

        Answer withOthers = await officer.SendFormAsync(Page, [.. Fields("c"), (SignedIn.TokenField, others)]);
        (await officer.SendFormAsync("/dang-nhap", [("userName", officer.UserName), ("password", officer.Password)])).Must(HttpStatusCode.SeeOther);
        await officer.TokenAsync();
        Answer withOld = await officer.SendFormAsync(Page, [.. Fields("c"), (SignedIn.TokenField, before)]);

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (withOthers.Status, withOld.Status));
    }

    [Fact]
    public async Task Key_NeedsNoToken() =>
        (await app.Administrator.PostAsync(Route, new { userName = "k-" + Guid.NewGuid().ToString("N")[..8], displayName = "K", role = "commune", unitId = TestPlan.Commune }))
            .Must(HttpStatusCode.Created);

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site", true)]
    [InlineData("Sec-Fetch-Site", "same-origin", false)]
    [InlineData("Origin", "https://example.vn", true)]
    [InlineData("Origin", "null", true)]
    [InlineData("X-Nothing", "", false)]
    public async Task PublicForm_FromAnotherSite_IsRefused(string header, string value, bool refused)
    {
        using SignedIn nobody = SignedIn.Nobody(app.Public.Address);
        Answer answer = await nobody.SendFormAsync("/dang-nhap", [("userName", "khong.co"), ("password", "sai")], (header, value));
        Assert.Equal(refused ? HttpStatusCode.Forbidden : HttpStatusCode.UnprocessableEntity, answer.Status);
    }

    [Fact]
    public async Task PublicForm_FromOurOwnAddress_IsTaken()
    {
        using SignedIn nobody = SignedIn.Nobody(app.Public.Address);
        Answer answer = await nobody.SendFormAsync(
            "/dang-nhap", [("userName", "khong.co"), ("password", "sai")], ("Origin", app.Public.Address.GetLeftPart(UriPartial.Authority)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
    }

    private static (string, string)[] Fields(string name) =>
    [
        ("userName", $"{name}-{Guid.NewGuid().ToString("N")[..8]}"), ("displayName", "Cán bộ"), ("role", "commune"), ("unitId", TestPlan.Commune),
    ];
}
