using System.Net;
using Xunit;

namespace NtmServerless.Functions.Tests.Accounts;

/// <summary>Signing in, and trying to without being allowed.</summary>
public sealed class SignInTests(RunningApp app)
{
    [Fact]
    public async Task SignIn_WithAGivenPassword_LeadsToChoosingOne()
    {
        string userName = "moi." + Guid.NewGuid().ToString("N")[..8];
        Answer made = (await app.Administrator.PostAsync("/api/accounts", new { userName, displayName = "Mới", role = "administrator", unitId = TestPlan.Office })).Must(HttpStatusCode.Created);
        using SignedIn officer = SignedIn.Nobody(app.Public.Address);

        Answer signedIn = await officer.SignInAsync(userName.ToUpperInvariant() + " ", made.Json["password"]!.GetValue<string>());
        Answer elsewhere = await officer.GetAsync("/can-bo/tai-khoan");
        Answer api = await officer.GetAsync("/api/me");
        Answer changed = await officer.ChangePasswordAsync("một câu dài chỉ mình tôi biết");

        Assert.Equal("/tai-khoan", signedIn.Must(HttpStatusCode.SeeOther).Headers.Location?.OriginalString);
        Assert.Equal("/tai-khoan", elsewhere.Must(HttpStatusCode.SeeOther).Headers.Location?.OriginalString);
        Assert.Equal("password-change-needed", api.Problem);
        changed.Must(HttpStatusCode.SeeOther);
        (await officer.GetAsync("/can-bo/tai-khoan")).Must(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("ngắn quá", "Mật khẩu phải có ít nhất 12 ký tự")]
    [InlineData("matkhau123456789", "dễ đoán")]
    public async Task ChangePassword_ToABadOne_SaysWhy(string wanted, string says)
    {
        using SignedIn officer = await app.OfficerAsync("commune", TestPlan.Commune);
        Answer bad = (await officer.ChangePasswordAsync(wanted)).Must(HttpStatusCode.UnprocessableEntity);
        Assert.Contains(says, bad.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(wanted, bad.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(officer.Password, bad.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_WithAWrongPasswordOrAnUnknownName_GetsTheSameAnswer()
    {
        using SignedIn officer = await app.OfficerAsync("commune", TestPlan.Commune);
        using SignedIn browser = SignedIn.Nobody(app.Public.Address);

        Answer wrong = (await browser.SignInAsync(officer.UserName, "sai hoàn toàn")).Must(HttpStatusCode.UnprocessableEntity);
        Answer unknown = (await browser.SignInAsync("khong-ai-ten-the", "sai hoàn toàn")).Must(HttpStatusCode.UnprocessableEntity);

        Assert.Equal(Problem(wrong), Problem(unknown));
        Assert.Contains("Tên đăng nhập hoặc mật khẩu không đúng", Problem(wrong), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_AfterFiveWrongPasswords_IsLockedUntilANewPasswordIsGiven()
    {
        using SignedIn officer = await app.OfficerAsync("commune", TestPlan.Commune);
        using SignedIn browser = SignedIn.Nobody(app.Public.Address);
        string right = officer.Password;
        for (int i = 0; i < 5; i++) (await browser.SignInAsync(officer.UserName, "sai hoàn toàn")).Must(HttpStatusCode.UnprocessableEntity);

        (await browser.SignInAsync(officer.UserName, right)).Must(HttpStatusCode.UnprocessableEntity);

        // Whoever is at work already is not thrown out by somebody who guesses.
        (await officer.GetAsync("/api/me")).Must(HttpStatusCode.OK);
        Answer given = (await app.Administrator.PostAsync($"/api/accounts/{officer.AccountId}/password")).Must(HttpStatusCode.OK);
        (await browser.SignInAsync(officer.UserName, given.Json["password"]!.GetValue<string>())).Must(HttpStatusCode.SeeOther);
        (await officer.GetAsync("/api/me")).Must(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task SignIn_FourWrongThenRight_StartsCountingAnew()
    {
        using SignedIn officer = await app.OfficerAsync("commune", TestPlan.Commune);
        using SignedIn browser = SignedIn.Nobody(app.Public.Address);
        string right = officer.Password;
        for (int round = 0; round < 2; round++)
        {
            for (int i = 0; i < 4; i++) (await browser.SendFormAsync("/dang-nhap", [("userName", officer.UserName), ("password", "sai")])).Must(HttpStatusCode.UnprocessableEntity);
            (await browser.SendFormAsync("/dang-nhap", [("userName", officer.UserName), ("password", right)])).Must(HttpStatusCode.SeeOther);
        }
    }

    [Theory]
    [InlineData("/can-bo/tai-khoan?trang=2", "/can-bo/tai-khoan?trang=2")]
    [InlineData("//example.vn", "/can-bo?xong=signed-in")]
    [InlineData("/\\example.vn", "/can-bo?xong=signed-in")]
    [InlineData("\\\\example.vn", "/can-bo?xong=signed-in")]
    [InlineData("https://example.vn/", "/can-bo?xong=signed-in")]
    [InlineData("/\t/example.vn", "/can-bo?xong=signed-in")]
    [InlineData("/\r\nSet-Cookie: a=b", "/can-bo?xong=signed-in")]
    [InlineData("javascript:alert(1)", "/can-bo?xong=signed-in")]
    [InlineData("can-bo", "/can-bo?xong=signed-in")]
    [InlineData("/lớp", "/can-bo?xong=signed-in")]
    public async Task SignIn_GoesBackOnlyToAPageOfOurs(string back, string goesTo)
    {
        using SignedIn officer = await app.OfficerAsync("committee", "ban-chi-dao");
        using SignedIn browser = SignedIn.Nobody(app.Public.Address);

        Answer answer = await browser.SignInAsync(officer.UserName, officer.Password, "/dang-nhap?ve=" + Uri.EscapeDataString(back));

        Assert.Equal(goesTo, answer.Must(HttpStatusCode.SeeOther).Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Page_WithoutSigningIn_LeadsToSigningInAndBack()
    {
        using SignedIn browser = SignedIn.Nobody(app.Public.Address);
        Answer sent = (await browser.GetAsync("/can-bo/tai-khoan?trang=2")).Must(HttpStatusCode.SeeOther);
        Assert.Equal("/dang-nhap?ve=%2Fcan-bo%2Ftai-khoan%3Ftrang%3D2", sent.Headers.Location?.OriginalString);
    }

    private static string Problem(Answer answer)
    {
        int from = answer.Text.IndexOf("<div class=\"problem ", StringComparison.Ordinal);
        return answer.Text[from..answer.Text.IndexOf("</div>", from, StringComparison.Ordinal)];
    }
}
