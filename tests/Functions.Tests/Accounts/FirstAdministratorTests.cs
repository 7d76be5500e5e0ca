using System.Net;
using Xunit;

namespace NtmServerless.Functions.Tests.Accounts;

/// <summary>An app of its own from its first start, and the sign-in in front of the app.</summary>
public sealed class FirstAdministratorTests
{
    private const string Password = "một câu dài của quản trị";

    [Fact]
    public async Task FirstCode_TwoAtTheSameTime_MakesOneAdministratorOnce()
    {
        await using OwnApp own = new();
        await own.StartAsync();
        string code = own.Process.FirstCode;
        Assert.StartsWith("LD-", code, StringComparison.Ordinal);
        SignedIn[] browsers = [.. Enumerable.Range(0, 4).Select(_ => SignedIn.Nobody(own.Process.Address))];

        Answer wrong = await browsers[0].PostFormAsync("/lan-dau", Fields("LD-AAAAA-AAAAA-AAAAA-AAAAA", "quan.tri"));
        Answer[] answers = await Task.WhenAll(browsers.Select((b, i) => b.SendFormAsync("/lan-dau", Fields(code.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal), $"quan.tri{i}"))));
        Answer late = await browsers[0].SendFormAsync("/lan-dau", Fields(code, "quan.tri9"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        int winner = Assert.Single(Enumerable.Range(0, answers.Length), i => answers[i].Status == HttpStatusCode.SeeOther);
        Assert.All(answers.Where((_, i) => i != winner), a => Assert.Equal(HttpStatusCode.UnprocessableEntity, a.Status));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.Status);
        Answer accounts = (await browsers[winner].GetAsync("/api/accounts")).Must(HttpStatusCode.OK);
        string id = Assert.Single(accounts.Json.AsArray())!["id"]!.GetValue<string>();
        Assert.DoesNotContain("hash", accounts.Text, StringComparison.OrdinalIgnoreCase);
        Answer disabled = await browsers[winner].PostAsync($"/api/accounts/{id}/disable");
        Assert.Equal("last-administrator", disabled.Problem);
        Answer demoted = await browsers[winner].PostAsync($"/api/accounts/{id}", new { displayName = "A", role = "commune", unitId = TestPlan.Commune });
        Assert.Equal("last-administrator", demoted.Problem);

        string cookie = browsers[winner].Cookies.GetCookies(own.Process.Address)[SignedIn.SessionCookie]!.Value;
        await own.Process.StopAsync();
        await own.StartAsync();

        // No code any more, and a session survives a restart.
        Assert.Equal("", own.Process.FirstCode);
        using SignedIn after = SignedIn.Nobody(own.Process.Address);
        Assert.Contains("đã có quản trị viên", (await after.GetAsync("/lan-dau")).Text, StringComparison.Ordinal);
        after.Cookies.Add(own.Process.Address, new Cookie(SignedIn.SessionCookie, cookie, "/"));
        (await after.GetAsync("/api/me")).Must(HttpStatusCode.OK);
        foreach (SignedIn browser in browsers) browser.Dispose();
    }

    [Fact]
    public async Task FrontDoor_WhenItIsOpen_KnowsAnOfficerByTheExternalId()
    {
        await using OwnApp own = new(("EntraSignIn", "true"), ("FirstAdministratorCode", "mot-ma-cua-kho-khoa-0123456789"), ("SecureCookies", "true"));
        await own.StartAsync();
        Assert.Equal("", own.Process.FirstCode);
        using SignedIn first = SignedIn.Nobody(own.Process.Address);
        Answer made = (await first.PostFormAsync("/lan-dau", Fields("MOT ma cua kho khoa 0123456789", "quan.tri"))).Must(HttpStatusCode.SeeOther);
        Assert.Contains("; secure", made.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith(SignedIn.SessionCookie, StringComparison.Ordinal)), StringComparison.OrdinalIgnoreCase);
        Assert.Equal("max-age=31536000", made.Headers.GetValues("Strict-Transport-Security").Single());
        (await own.Administrator.PostAsync("/api/accounts", new
        {
            userName = "hoa",
            displayName = "Nguyễn Thị Hoa",
            role = "commune",
            unitId = TestPlan.Commune,
            externalId = "Hoa@LangSon.gov.vn",
        })).Must(HttpStatusCode.Created);
        using SignedIn browser = SignedIn.Nobody(own.Process.Address);
        (string, string) hoa = ("X-MS-CLIENT-PRINCIPAL-NAME", "hoa@langson.gov.vn");

        Answer me = await browser.SendAsync(HttpMethod.Get, "/api/me", null, ("X-MS-CLIENT-PRINCIPAL-ID", "0f1e"), hoa);
        Answer page = await browser.SendAsync(HttpMethod.Get, "/tai-khoan", null, hoa);
        Answer stranger = await browser.SendAsync(HttpMethod.Get, "/api/me", null, ("X-MS-CLIENT-PRINCIPAL-NAME", "ai-do@example.vn"));
        Answer forged = await browser.SendFormAsync("/dang-xuat", [], hoa);
        Answer again = await own.Administrator.PostAsync("/api/accounts", new
        {
            userName = "hoa2",
            displayName = "Hoa",
            role = "commune",
            unitId = TestPlan.Commune,
            externalId = "hoa@langson.gov.vn",
        });

        Assert.Equal(("hoa", TestPlan.Commune), (me.Must(HttpStatusCode.OK).Json["userName"]!.GetValue<string>(), me.Json["unitId"]!.GetValue<string>()));
        Assert.Contains("Nguyễn Thị Hoa", page.Must(HttpStatusCode.OK).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, stranger.Status);
        Assert.Equal(HttpStatusCode.Forbidden, forged.Status);
        Assert.NotNull(again.Must(HttpStatusCode.UnprocessableEntity).Json["errors"]!["externalId"]);
    }

    [Fact]
    public async Task SecretOfTheKeys_ThatWasLost_IsSaid_AndTheAppStarts()
    {
        await using OwnApp own = new();
        await own.StartAsync();
        // A session wants keys, which are made then.
        using (SignedIn browser = SignedIn.Nobody(own.Process.Address))
            Assert.Equal(HttpStatusCode.SeeOther, (await browser.SendFormAsync("/lan-dau", Fields(own.Process.FirstCode, "hoa"))).Status);
        await own.Process.StopAsync();
        string keys = Path.Combine(own.Process.Options.Data, "protection-secret");
        Assert.Equal(64, (await File.ReadAllTextAsync(keys, TestContext.Current.CancellationToken)).Length);
        // The secret of the keys is lost: that is said, and costs sessions, not the start.
        File.Delete(keys);
        await own.StartAsync();

        Assert.Contains("khóa niêm phong không mở được", own.Process.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(await File.ReadAllTextAsync(keys, TestContext.Current.CancellationToken), own.Process.Output, StringComparison.Ordinal);
    }

    private static (string, string)[] Fields(string code, string userName) =>
        [("code", code), ("userName", userName), ("displayName", "Quản trị"), ("password", Password)];
}
