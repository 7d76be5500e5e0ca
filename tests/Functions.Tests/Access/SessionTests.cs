using System.Net;
using Xunit;

namespace NtmServerless.Functions.Tests.Access;

/// <summary>How a session begins and what ends it.</summary>
public sealed class SessionTests(RunningApp app)
{
    [Fact]
    public async Task SignIn_WithACookieFromBefore_GivesAnother()
    {
        using SignedIn officer = await app.OfficerAsync("commune", TestPlan.Commune);
        using SignedIn intruder = SignedIn.Nobody(app.Public.Address);
        string? planted = CookieOf(officer);

        (await officer.SendFormAsync("/dang-nhap", [("userName", officer.UserName), ("password", officer.Password)])).Must(HttpStatusCode.SeeOther);
        (await officer.PostFormAsync("/tai-khoan", [], "/dang-xuat")).Must(HttpStatusCode.SeeOther);

        Assert.NotEqual(planted, CookieOf(officer));
        intruder.Cookies.Add(app.Public.Address, new Cookie(SignedIn.SessionCookie, "CfDJ8-planted"));
        (await intruder.SignInAsync(officer.UserName, officer.Password)).Must(HttpStatusCode.SeeOther);
        Assert.NotEqual("CfDJ8-planted", CookieOf(intruder));
    }

    [Fact]
    public async Task Cookie_IsOutOfReachOfScriptsAndOtherSites()
    {
        using SignedIn officer = await app.OfficerAsync("commune", TestPlan.Commune);
        Answer answer = await officer.SendFormAsync("/dang-nhap", [("userName", officer.UserName), ("password", officer.Password)]);
        string cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), c => c.StartsWith(SignedIn.SessionCookie, StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        // It ends with the browser, and with the ticket inside it.
        Assert.DoesNotContain("expires", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task SignOut_EndsTheSessionOfACopiedCookieToo()
    {
        using SignedIn officer = await app.OfficerAsync("commune", TestPlan.Commune);
        using SignedIn elsewhere = await AgainAsync(officer);
        using SignedIn thief = SignedIn.Nobody(app.Public.Address);
        thief.Cookies.Add(app.Public.Address, new Cookie(SignedIn.SessionCookie, CookieOf(officer), "/"));
        (await thief.GetAsync("/api/me")).Must(HttpStatusCode.OK);

        Answer answer = (await officer.PostFormAsync("/tai-khoan", [], "/dang-xuat")).Must(HttpStatusCode.SeeOther);

        Assert.Equal("/?xong=signed-out", answer.Headers.Location?.OriginalString);
        (await officer.GetAsync("/api/me")).Must(HttpStatusCode.Unauthorized);
        (await thief.GetAsync("/api/me")).Must(HttpStatusCode.Unauthorized);
        (await elsewhere.GetAsync("/api/me")).Must(HttpStatusCode.OK);
    }

    [Fact]
    public async Task ChangePassword_EndsEveryOtherSession()
    {
        using SignedIn officer = await app.OfficerAsync("commune", TestPlan.Commune);
        using SignedIn elsewhere = await AgainAsync(officer);

        (await officer.ChangePasswordAsync("một câu hoàn toàn khác trước")).Must(HttpStatusCode.SeeOther);

        (await officer.GetAsync("/api/me")).Must(HttpStatusCode.OK);
        (await elsewhere.GetAsync("/api/me")).Must(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Disable_EndsSessionsAndEnableLetsInAgain()
    {
        using SignedIn officer = await app.OfficerAsync("commune", TestPlan.Commune);
        using SignedIn browser = SignedIn.Nobody(app.Public.Address);
        string account = $"/api/accounts/{officer.AccountId}";

        (await app.Administrator.PostAsync(account + "/disable")).Must(HttpStatusCode.OK);

        (await officer.GetAsync("/api/me")).Must(HttpStatusCode.Unauthorized);
        (await browser.SignInAsync(officer.UserName, officer.Password)).Must(HttpStatusCode.UnprocessableEntity);
        (await app.Administrator.PostAsync(account + "/enable")).Must(HttpStatusCode.OK);
        (await officer.GetAsync("/api/me")).Must(HttpStatusCode.Unauthorized);
        (await browser.SignInAsync(officer.UserName, officer.Password)).Must(HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task Role_Changed_CountsFromTheNextRequest()
    {
        using SignedIn officer = await app.OfficerAsync("administrator", TestPlan.Office);
        (await officer.GetAsync("/can-bo/tai-khoan")).Must(HttpStatusCode.OK);

        (await app.Administrator.PostAsync($"/api/accounts/{officer.AccountId}", new { displayName = "Nay ở xã", role = "commune", unitId = TestPlan.Commune })).Must(HttpStatusCode.OK);

        (await officer.GetAsync("/can-bo/tai-khoan")).Must(HttpStatusCode.Forbidden);
        Assert.Equal(TestPlan.Commune, (await officer.GetAsync("/api/me")).Json["unitId"]!.GetValue<string>());
    }

    [Fact]
    public async Task PublicPage_WithASession_ShowsTheOfficersMenu()
    {
        using SignedIn officer = await app.OfficerAsync("commune", TestPlan.Commune);
        using SignedIn garbled = SignedIn.Nobody(app.Public.Address);
        garbled.Cookies.Add(app.Public.Address, new Cookie(SignedIn.SessionCookie, "CfDJ8garbled"));

        Assert.Contains("/dang-xuat", (await officer.GetAsync("/")).Must(HttpStatusCode.OK).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/dang-xuat", (await garbled.GetAsync("/")).Must(HttpStatusCode.OK).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NewKey_MadeByASession_CannotBeDerivedByAnother()
    {
        using SignedIn one = await app.OfficerAsync("administrator", TestPlan.Office);
        using SignedIn two = await app.OfficerAsync("administrator", TestPlan.Office);
        string path = $"/api/plans/{TestPlan.Id}/keys";
        object form = new { role = "commune", unitId = TestPlan.Commune, name = "Hai người" };
        string first = (await one.PostAsync(path, form)).Must(HttpStatusCode.Created).Json["key"]!.GetValue<string>();
        string second = (await two.PostAsync(path, form)).Must(HttpStatusCode.Created).Json["key"]!.GetValue<string>();
        Assert.NotEqual(first, second);
    }

    private async Task<SignedIn> AgainAsync(SignedIn officer)
    {
        SignedIn again = SignedIn.Nobody(app.Public.Address);
        (await again.SignInAsync(officer.UserName, officer.Password)).Must(HttpStatusCode.SeeOther);
        return again;
    }

    private string? CookieOf(SignedIn browser) => browser.Cookies.GetCookies(app.Public.Address)[SignedIn.SessionCookie]?.Value;
}
