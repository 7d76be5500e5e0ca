using System.Net;
using System.Text.RegularExpressions;
using NtmServerless.Functions.Tests.Post;
using Xunit;

namespace NtmServerless.Functions.Tests.Accounts;

/// <summary>A link for who forgot the password, by a real mail server.</summary>
public sealed partial class ForgottenTests(PostHouse house) : IClassFixture<PostHouse>
{
    private const string After = "một câu mới do tôi chọn";

    [Fact]
    public async Task Forgotten_WithAnAddressOfTheUnit_SendsALinkThatWorksOnceAndEndsSessions()
    {
        await house.AddressAsync("xa-yen-trach", "ubnd@yentrach.example.vn");
        using SignedIn officer = await SignedIn.MakeAsync(house.Office, "commune", "xa-yen-trach");
        using SignedIn browser = SignedIn.Nobody(house.App.Process.Address);

        Answer asked = (await browser.PostFormAsync("/quen-mat-khau", [("userName", $" {officer.UserName.ToUpperInvariant()}")])).Must(HttpStatusCode.SeeOther);
        string letter = await LetterAsync("ubnd@yentrach.example.vn");
        string link = Link().Match(letter).Value;
        string path = link["https://ntm.example.vn".Length..];
        // Nothing is used up by looking: mail servers open links before people do.
        (await browser.GetAsync(path)).Must(HttpStatusCode.OK);
        Answer weak = await browser.PostFormAsync(path, [("wanted", "ngắn"), ("again", "ngắn")], "/mat-khau-moi");
        Answer set = (await browser.PostFormAsync(path, [("wanted", After), ("again", After)], "/mat-khau-moi")).Must(HttpStatusCode.SeeOther);
        Answer late = (await browser.GetAsync(path)).Must(HttpStatusCode.OK);

        Assert.Equal("/quen-mat-khau?xong=link-asked", asked.Headers.Location?.OriginalString);
        Assert.Contains($"tài khoản {officer.UserName}", letter, StringComparison.Ordinal);
        Assert.Contains("trong vòng 60 phút", letter, StringComparison.Ordinal);
        Assert.Contains("Mật khẩu phải có ít nhất 12 ký tự", weak.Must(HttpStatusCode.UnprocessableEntity).Text, StringComparison.Ordinal);
        Assert.Equal("/dang-nhap?xong=password-reset", set.Headers.Location?.OriginalString);
        Assert.Contains("đã dùng rồi", late.Text, StringComparison.Ordinal);
        (await officer.GetAsync("/api/me")).Must(HttpStatusCode.Unauthorized);
        (await browser.SignInAsync(officer.UserName, officer.Password)).Must(HttpStatusCode.UnprocessableEntity);
        (await browser.SignInAsync(officer.UserName, After)).Must(HttpStatusCode.SeeOther);
        Assert.DoesNotContain(path.Split('.')[^1], house.App.Process.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forgotten_WhetherOrNotThereIsSuchAnAccount_GetsTheSameAnswer()
    {
        using SignedIn officer = await SignedIn.MakeAsync(house.Office, "commune", "xa-thuy-hung");
        using SignedIn browser = SignedIn.Nobody(house.App.Process.Address);
        await browser.PostFormAsync("/quen-mat-khau", [("userName", "lam-am")]);

        Answer known = await browser.PostFormAsync("/quen-mat-khau", [("userName", officer.UserName)]);
        Answer unknown = await browser.PostFormAsync("/quen-mat-khau", [("userName", "khong-ai-ten-the")]);

        Assert.Equal((known.Status, known.Headers.Location, known.Text), (unknown.Status, unknown.Headers.Location, unknown.Text));
        Assert.Equal(HttpStatusCode.SeeOther, known.Status);
    }

    [Fact]
    public async Task Forgotten_WhereAColleagueHasAnotherRole_SendsNothing_AndAskedTwiceSendsOnce()
    {
        await house.AddressAsync("xa-xuan-long", "ubnd@xuanlong.example.vn");
        await house.AddressAsync("xa-thach-dan", "ubnd@thachdan.example.vn");
        using SignedIn mixed = await SignedIn.MakeAsync(house.Office, "commune", "xa-xuan-long");
        using SignedIn colleague = await SignedIn.MakeAsync(house.Office, "committee", "xa-xuan-long");
        using SignedIn alone = await SignedIn.MakeAsync(house.Office, "commune", "xa-thach-dan");
        using SignedIn browser = SignedIn.Nobody(house.App.Process.Address);

        foreach (string name in (string[])[mixed.UserName, alone.UserName, alone.UserName])
            (await browser.PostFormAsync("/quen-mat-khau", [("userName", name)])).Must(HttpStatusCode.SeeOther);
        // The last of them was asked after the others: once its letter is there, theirs would be.
        await LetterAsync("ubnd@thachdan.example.vn");
        using SignedIn last = await SignedIn.MakeAsync(house.Office, "commune", "xa-thanh-loa");
        await house.AddressAsync("xa-thanh-loa", "ubnd@thanhloa.example.vn");
        await browser.PostFormAsync("/quen-mat-khau", [("userName", last.UserName)]);
        await LetterAsync("ubnd@thanhloa.example.vn");

        Assert.Empty(house.Mail.LettersTo("ubnd@xuanlong.example.vn"));
        Assert.Single(house.Mail.LettersTo("ubnd@thachdan.example.vn"));
    }

    [Fact]
    public async Task Reset_WithALinkThatIsNone_IsRefusedAndLimited()
    {
        await using OwnApp own = new(("FailedSignInsPerMinute", "6"));
        await own.StartAsync();
        using SignedIn browser = SignedIn.Nobody(own.Process.Address);
        string token = new string('a', 32) + "." + new string('b', 43);

        Answer page = (await browser.GetAsync("/mat-khau-moi?ma=" + token)).Must(HttpStatusCode.OK);
        Answer bad = await browser.SendFormAsync("/mat-khau-moi", [("token", token), ("wanted", After), ("again", After)]);
        Answer last = page;
        for (int i = 0; i < 6 && last.Status != HttpStatusCode.TooManyRequests; i++) last = await browser.GetAsync("/mat-khau-moi?ma=" + token);
        Answer ask = await browser.SendFormAsync("/quen-mat-khau", [("userName", "hoa")]);
        Answer without = (await browser.GetAsync("/quen-mat-khau")).Must(HttpStatusCode.OK);

        Assert.DoesNotContain("name=\"wanted\"", page.Text, StringComparison.Ordinal);
        Assert.Contains("Đường dẫn không dùng được nữa", bad.Must(HttpStatusCode.UnprocessableEntity).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.TooManyRequests, last.Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, ask.Status);
        // No mail is set up here: the page says whom to ask instead.
        Assert.DoesNotContain("<form method=\"post\" action=\"/quen-mat-khau\"", without.Text, StringComparison.Ordinal);
        Assert.Contains("Văn phòng Điều phối nông thôn mới huyện", without.Text, StringComparison.Ordinal);
    }

    private async Task<string> LetterAsync(string to)
    {
        await Eventually.TrueAsync(() => Task.FromResult(house.Mail.LettersTo(to).Count > 0), TimeSpan.FromSeconds(30), $"a letter to {to} has come");
        using MimeKit.MimeMessage mail = MimeKit.MimeMessage.Load(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(house.Mail.LettersTo(to)[^1].Text)));
        return mail.TextBody!;
    }

    [GeneratedRegex(@"https://ntm\.example\.vn/mat-khau-moi\?ma=[A-Za-z0-9._-]+")]
    private static partial Regex Link();
}
