using System.Net;
using System.Text.RegularExpressions;
using Xunit;

namespace NtmServerless.Functions.Tests.Accounts;

/// <summary>Accounts for units together, their slips, and signing out everywhere.</summary>
public sealed partial class UnitAccountsTests
{
    private const string Page = "/can-bo/tai-khoan/cac-don-vi";

    [Fact]
    public async Task Units_AllTicked_GetAnAccountEachOnce_AndSlipsThatSignIn()
    {
        await using OwnApp own = new();
        await own.StartAsync();
        using SignedIn office = await SignedIn.MakeAsync(own.Administrator, "administrator", TestPlan.Office);
        Answer page = (await office.GetAsync(Page)).Must(HttpStatusCode.OK);
        (string, string)[] typed = [.. Fields(page.Text), ("units[0].userName", "Ban.Chỉ.Đạo")];

        Answer first = (await office.SendFormAsync(Page, typed)).Must(HttpStatusCode.OK);
        Answer repeat = (await office.SendFormAsync(Page, typed)).Must(HttpStatusCode.OK);

        string[][] slips = Slips(first.Text);
        Assert.Equal(Lines(page.Text), slips.Length);
        Assert.Equal(slips, Slips(repeat.Text));
        Assert.Equal(slips.Length, slips.Select(s => s[1]).Distinct().Count());
        // The office has the account that made them; each other unit has one.
        System.Text.Json.Nodes.JsonArray accounts = (await own.Administrator.GetAsync("/api/accounts")).Json.AsArray();
        Assert.Equal(slips.Length + 1, accounts.Count);
        Assert.Contains(accounts, a => a.Text("userName") == "ban.chi.dao" && a.Text("role") == "committee");
        Assert.Contains("Đơn vị nào trong kế hoạch cũng đã có tài khoản", (await office.GetAsync(Page)).Text, StringComparison.Ordinal);

        string[] giaCat = slips.Single(s => s[0] == "xa.gia.cat");
        using SignedIn officer = SignedIn.Nobody(own.Process.Address);
        Answer signedIn = (await officer.SignInAsync(giaCat[0], giaCat[1])).Must(HttpStatusCode.SeeOther);
        Answer changed = (await officer.ChangePasswordAsync("một câu dài của xã Gia Cát mình")).Must(HttpStatusCode.SeeOther);
        Assert.Equal("/tai-khoan", signedIn.Headers.Location?.OriginalString);
        Assert.Equal("/can-bo?xong=password-changed", changed.Headers.Location?.OriginalString);
        Assert.Equal("commune", (await officer.GetAsync("/api/me")).Json.Text("role"));

        // Whose officer has chosen a password gets no slip any more: it would be a wrong one.
        Answer third = (await office.SendFormAsync(Page, typed)).Must(HttpStatusCode.OK);
        Assert.Equal(slips.Where(s => s[0] != "xa.gia.cat"), Slips(third.Text));
        Assert.Contains("đã đổi mật khẩu: Ủy ban nhân dân xã Gia Cát", WebUtility.HtmlDecode(third.Text), StringComparison.Ordinal);
        Assert.All(slips, s => Assert.DoesNotContain(s[1], own.Process.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Units_WithATakenOrBadName_MakesNone_AndATwinGetsNoSecondAccount()
    {
        await using OwnApp own = new();
        await own.StartAsync();
        using SignedIn office = await SignedIn.MakeAsync(own.Administrator, "administrator", TestPlan.Office);
        Answer page = await office.GetAsync(Page);
        (string, string)[] own2 = [.. Fields(page.Text).Where(f => f.Item1.StartsWith('_'))];
        (string, string)[] two =
            [("units[0].unitId", "xa-gia-cat"), ("units[0].chosen", "true"), ("units[1].unitId", "xa-hai-yen"), ("units[1].chosen", "true")];

        Answer none = await office.SendFormAsync(Page, [.. own2, ("units[0].unitId", "xa-gia-cat"), ("units[0].userName", "xa.gia.cat")]);
        Answer same = await office.SendFormAsync(Page, [.. own2, .. two, ("units[0].userName", "mot.ten"), ("units[1].userName", "Một.Tên")]);
        Answer taken = await office.SendFormAsync(Page, [.. own2, .. two, ("units[0].userName", "xa.gia.cat"), ("units[1].userName", office.UserName)]);
        Answer bad = await office.SendFormAsync(Page, [.. own2, .. two, ("units[0].userName", "xa/gia/cat"), ("units[1].userName", "xa.hai.yen")]);
        Assert.Single((await own.Administrator.GetAsync("/api/accounts")).Json.AsArray());

        using SignedIn twin = await SignedIn.MakeAsync(own.Administrator, "commune", "xa-gia-cat");
        Answer late = await office.SendFormAsync(Page, [.. own2, .. two, ("units[0].userName", "xa.gia.cat"), ("units[1].userName", "xa.hai.yen")]);

        Assert.Contains("Chưa đánh dấu đơn vị nào", none.Must(HttpStatusCode.UnprocessableEntity).Text, StringComparison.Ordinal);
        Assert.Contains("Đã có tài khoản dùng tên này", same.Must(HttpStatusCode.UnprocessableEntity).Text, StringComparison.Ordinal);
        Assert.Contains("Đã có tài khoản dùng tên này", taken.Must(HttpStatusCode.UnprocessableEntity).Text, StringComparison.Ordinal);
        Assert.Contains("value=\"xa/gia/cat\"", bad.Must(HttpStatusCode.UnprocessableEntity).Text, StringComparison.Ordinal);
        Assert.Equal(["xa.hai.yen"], Slips(late.Must(HttpStatusCode.OK).Text).Select(s => s[0]));
    }

    [Fact]
    public async Task SignOutEverywhere_ByOneselfOrTheAdministrator_EndsEverySessionOfThatAccountOnly()
    {
        await using OwnApp own = new();
        await own.StartAsync();
        using SignedIn office = await SignedIn.MakeAsync(own.Administrator, "administrator", TestPlan.Office);
        using SignedIn officer = await SignedIn.MakeAsync(own.Administrator, "commune", TestPlan.Commune);
        using SignedIn phone = SignedIn.Nobody(own.Process.Address);
        (await phone.SignInAsync(officer.UserName, officer.Password)).Must(HttpStatusCode.SeeOther);

        Answer forged = await phone.SendFormAsync("/tai-khoan/dang-xuat-moi-thiet-bi", []);
        Assert.Equal(HttpStatusCode.Forbidden, forged.Status);
        Answer everywhere = (await phone.PostFormAsync("/tai-khoan", [], "/tai-khoan/dang-xuat-moi-thiet-bi")).Must(HttpStatusCode.SeeOther);
        Assert.Equal("/dang-nhap?xong=signed-out-everywhere", everywhere.Headers.Location?.OriginalString);
        foreach (SignedIn device in (SignedIn[])[officer, phone]) (await device.GetAsync("/api/me")).Must(HttpStatusCode.Unauthorized);

        (await officer.SignInAsync(officer.UserName, officer.Password)).Must(HttpStatusCode.SeeOther);
        string one = "/can-bo/tai-khoan/" + officer.AccountId;
        Assert.Equal(HttpStatusCode.Forbidden, (await officer.SendFormAsync(one + "/dang-xuat", [(SignedIn.TokenField, await officer.TokenAsync())])).Status);
        (await office.PostFormAsync(one, [], one + "/dang-xuat")).Must(HttpStatusCode.SeeOther);
        (await officer.GetAsync("/api/me")).Must(HttpStatusCode.Unauthorized);
        (await office.GetAsync("/api/me")).Must(HttpStatusCode.OK);
        Assert.Contains("Đăng xuất mọi thiết bị", (await office.GetAsync("/can-bo/nhat-ky")).Text, StringComparison.Ordinal);
    }

    // What the page's own form would send as it stands.
    private static IEnumerable<(string, string)> Fields(string page)
    {
        string form = page[page.IndexOf($"action=\"{Page}\"", StringComparison.Ordinal)..];
        return Input().Matches(form[..form.IndexOf("</form>", StringComparison.Ordinal)]).Select(m => m.Value)
            .Where(i => !i.Contains("type=\"checkbox\"", StringComparison.Ordinal) || i.Contains(" checked", StringComparison.Ordinal))
            .Select(i => (Name().Match(i).Groups[1].Value, WebUtility.HtmlDecode(Value().Match(i).Groups[1].Value)));
    }

    private static int Lines(string page) => Fields(page).Count(f => f.Item1.EndsWith("].chosen", StringComparison.Ordinal));

    // User name and password of each slip.
    private static string[][] Slips(string page) => [.. Code().Matches(page).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value)).Chunk(2)];

    [GeneratedRegex("<input [^>]*>")]
    private static partial Regex Input();

    [GeneratedRegex("name=\"([^\"]*)\"")]
    private static partial Regex Name();

    [GeneratedRegex("value=\"([^\"]*)\"")]
    private static partial Regex Value();

    [GeneratedRegex("<code>([^<]*)</code>")]
    private static partial Regex Code();
}
