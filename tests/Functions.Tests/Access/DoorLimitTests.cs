using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace NtmServerless.Functions.Tests.Access;

/// <summary>An app of its own that knows clients by a header, with limits that a test can reach.</summary>
public sealed class LimitedApp : IAsyncLifetime
{
    internal const int Requests = 60;

    internal OwnApp Own { get; } = new(
        ("PublicRequestsPerMinute", $"{Requests}"), ("FailedSignInsPerMinute", "30"), ("ClientAddressHeader", "X-Client-IP"), ("ClientAddressFrom", "127.0.0.1, ::1"));

    public async ValueTask InitializeAsync() => await Own.StartAsync();

    public async ValueTask DisposeAsync() => await Own.DisposeAsync();
}

/// <summary>One stranger cannot shut the door for others.</summary>
public sealed class DoorLimitTests(LimitedApp app) : IClassFixture<LimitedApp>
{
    private static int Addresses;

    private readonly (string, string) _stranger = NewAddress();

    [Fact]
    public async Task SignIn_AfterWrongPasswordsFromOneAddress_IsClosedThere_AndOpenElsewhere()
    {
        using SignedIn officer = await OfficerAsync();
        using SignedIn stranger = Nobody(), elsewhere = Nobody();
        for (int i = 0; i < 5; i++) await SignInAsync(stranger, officer.UserName, "sai hoàn toàn", _stranger, HttpStatusCode.UnprocessableEntity);

        await SignInAsync(stranger, officer.UserName, officer.Password, _stranger, HttpStatusCode.UnprocessableEntity);

        await SignInAsync(elsewhere, officer.UserName, officer.Password, NewAddress(), HttpStatusCode.SeeOther);
        // The same address, but a browser in which the officer was signed in before.
        await SignInAsync(officer, officer.UserName, officer.Password, _stranger, HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task SignIn_AfterWrongPasswordsFromManyAddresses_StaysOpenForAKnownBrowserAndAnOpenSession()
    {
        using SignedIn officer = await OfficerAsync();
        using SignedIn stranger = Nobody();
        for (int i = 0; i < 21; i++) await SignInAsync(stranger, officer.UserName, "sai hoàn toàn", NewAddress(), HttpStatusCode.UnprocessableEntity);

        await SignInAsync(stranger, officer.UserName, officer.Password, NewAddress(), HttpStatusCode.UnprocessableEntity);

        (await officer.ChangePasswordAsync("một câu khác chỉ mình tôi biết")).Must(HttpStatusCode.SeeOther);
        await SignInAsync(officer, officer.UserName, "một câu khác chỉ mình tôi biết", _stranger, HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task SignIn_WrongOnes_AreSeenByTheOffice_AndNothingThatWasTyped()
    {
        using SignedIn officer = await OfficerAsync();
        using SignedIn stranger = Nobody();
        for (int i = 0; i < 7; i++) await SignInAsync(stranger, officer.UserName, "sai hoàn toàn", _stranger, HttpStatusCode.UnprocessableEntity);
        await SignInAsync(stranger, "mật khẩu gõ nhầm chỗ", "sai hoàn toàn", _stranger, HttpStatusCode.UnprocessableEntity);

        string page = (await app.Own.Administrator.GetAsync("/can-bo/nhat-ky")).Must(HttpStatusCode.OK).Text;
        string trail = (await app.Own.Administrator.GetAsync("/api/audit")).Text;
        string[] ofTheAccount = [.. JsonNode.Parse(trail)!.AsArray().Where(e => e!["target"]?.GetValue<string>() == officer.UserName).Select(e => e!["what"]!.GetValue<string>())];
        // The fifth closes it; what comes too early is not looked at, and no line either.
        Assert.Equal((4, 1), (ofTheAccount.Count(what => what == "sign-in-failed"), ofTheAccount.Count(what => what == "sign-in-closed")));
        Assert.Contains("sign-in-unknown", trail, StringComparison.Ordinal);
        Assert.Contains("Nhập sai mật khẩu", page, StringComparison.Ordinal);
        foreach (string typed in (string[])["sai hoàn toàn", "gõ nhầm", "go nham"])
        {
            Assert.DoesNotContain(typed, trail, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(typed, app.Own.Process.Output, StringComparison.OrdinalIgnoreCase);
        }

        async Task<int> ToldAsync() => (await app.Own.Administrator.GetAsync($"/api/plans/{TestPlan.Id}/inbox")).Must(HttpStatusCode.OK).Json.AsArray()
            .Count(e => e.Text("kind") == "signInsRefused" && e!["about"].Text("id") == officer.AccountId);
        await Eventually.TrueAsync(async () => await ToldAsync() == 1, TimeSpan.FromSeconds(30), "the office is told");
        (string, string) another = NewAddress();
        for (int i = 0; i < 5; i++) await SignInAsync(stranger, officer.UserName, "sai hoàn toàn", another, HttpStatusCode.UnprocessableEntity);
        await SignInAsync(officer, officer.UserName, officer.Password, another, HttpStatusCode.SeeOther);
        Assert.Equal(1, await ToldAsync());
    }

    [Fact]
    public async Task Requests_WhenAnAddressHasUsedItsOwnUp_AreTakenFromWhoIsNoStranger()
    {
        using SignedIn officer = await OfficerAsync();
        using SignedIn stranger = Nobody(), known = await OfficerAsync();
        await known.SendFormAsync("/dang-xuat", [("__RequestVerificationToken", await known.TokenAsync())]);
        string receipt = await ReceiptAsync(stranger);
        Assert.Equal(HttpStatusCode.OK, (await StaticAsync(stranger)).Status);

        // Styles and scripts of pages come from the same address: they do not count.
        for (int i = 0; i < 2 * LimitedApp.Requests; i++) (await StaticAsync(stranger)).Must(HttpStatusCode.OK);
        (await GetAsync(stranger, "/")).Must(HttpStatusCode.OK);
        await RefusedAtLastAsync(3 * LimitedApp.Requests, _ => GetAsync(stranger, "/dang-nhap"));
        await RefusedAtLastAsync(3 * LimitedApp.Requests, _ => GetAsync(stranger, "/"));
        (await StaticAsync(stranger)).Must(HttpStatusCode.OK);
        (await GetAsync(officer, "/")).Must(HttpStatusCode.OK);
        (await GetAsync(known, "/dang-nhap")).Must(HttpStatusCode.OK);
        (await GetAsync(stranger, receipt)).Must(HttpStatusCode.OK);
        (await stranger.SendAsync(HttpMethod.Get, "/", null, NewAddress())).Must(HttpStatusCode.OK);
        await RefusedAtLastAsync(3 * LimitedApp.Requests, _ => GetAsync(stranger, "/phieu/" + new string('A', 80)));
    }

    [Fact]
    public async Task LookUp_AfterManyWrongOnes_IsClosedToThatAddress_AndNeitherToOthersNorOnTheReceipt()
    {
        using SignedIn stranger = Nobody(), other = Nobody();
        string id = await app.Own.Administrator.OpenClassAsync();
        string receipt = await ReceiptAsync(other, id, 7);
        string code = Visits.Code((await GetAsync(other, receipt, NewAddress())).Text);
        await RefusedAtLastAsync(80, i => LookUpAsync(stranger, $"ABCDEF{i:00}", "1961", _stranger));
        // Somebody else who knows the code, and tries the years.
        await RefusedAtLastAsync(30, i => LookUpAsync(other, code, $"{1970 + i}", NewAddress()));

        Assert.Equal(HttpStatusCode.NotFound, (await LookUpAsync(other, "ABCDEFGH", "1961", NewAddress())).Status);
        Answer cancelled = await other.SendFormAsync(receipt, [("birthYear", "1967")], _stranger);
        cancelled.Must(HttpStatusCode.SeeOther);
    }

    // Some come back every ten seconds, on a slow machine between any two requests: asked until they are gone.
    private static async Task RefusedAtLastAsync(int most, Func<int, Task<Answer>> ask)
    {
        for (int i = 0; i < most; i++)
            if ((await ask(i)).Status == HttpStatusCode.TooManyRequests) return;
        Assert.Fail($"Nothing of {most} is refused.");
    }

    [Fact]
    public async Task LookUp_GuessesAtACode_AreTheSameOnThePageAndAtTheClass()
    {
        using SignedIn holder = Nobody();
        string id = await app.Own.Administrator.OpenClassAsync();
        string code = Visits.Code((await GetAsync(holder, await ReceiptAsync(holder, id, 9), NewAddress())).Text);
        Task<Answer> AtTheClassAsync(int year) => holder.SendAsync(HttpMethod.Post, $"/api/public/classes/{id}/registrations/lookup",
            Api.JsonBody($$"""{"code":"{{code}}","birthYear":{{year}}}"""), NewAddress());
        // Fewer than either door would allow by itself.
        for (int i = 0; i < 5; i++)
        {
            await LookUpAsync(holder, code, $"{1990 + i}", NewAddress());
            await AtTheClassAsync(1995 + i);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await LookUpAsync(holder, code, "1969", NewAddress())).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await AtTheClassAsync(1969)).Status);
    }

    [Fact]
    public async Task LookUp_WhicheverPartIsWrong_GetsTheSameAnswerAndRunsOut()
    {
        using SignedIn guesser = Nobody();
        string code = Visits.Code((await GetAsync(guesser, await ReceiptAsync(guesser), NewAddress())).Text);
        (string, string) from = NewAddress();
        Answer wrongYear = await LookUpAsync(guesser, code, "1977", from);
        Answer wrongCode = await LookUpAsync(guesser, "AAAA AAAA", "1961", from);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (wrongYear.Status, wrongCode.Status));
        Assert.Equal(Told(wrongYear), Told(wrongCode));

        Answer[] answers = await Task.WhenAll(Enumerable.Range(0, 60).Select(i => LookUpAsync(guesser, $"ABCDEF{i:00}", "1961", from)));
        Answer held = answers.First(a => a.Status != HttpStatusCode.NotFound);
        Assert.Equal(HttpStatusCode.TooManyRequests, held.Status);
        Assert.True(held.Headers.RetryAfter!.Delta > TimeSpan.Zero);
        Assert.Contains($"Hãy đợi {held.Headers.RetryAfter.Delta!.Value.TotalSeconds} giây", held.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"1961\"", held.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Receipt_WhoGuessesOnItItself_IsHeldOff()
    {
        using SignedIn holder = Nobody();
        string id = await app.Own.Administrator.OpenClassAsync();
        string receipt = await ReceiptAsync(holder, id, 8);
        Answer[] answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => holder.SendFormAsync(receipt, [("birthYear", $"{1980 + i}")], _stranger)));
        Assert.Contains(answers, a => a.Status == HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task SignIn_NamesThatNobodyHas_CloseAnAddressToStrangersOnly()
    {
        using SignedIn officer = await OfficerAsync();
        using SignedIn stranger = Nobody();
        Answer[] answers = await Task.WhenAll(Enumerable.Range(0, 45).Select(i => stranger.SendFormAsync("/dang-nhap", [("userName", $"khong.co{i}"), ("password", "sai")], _stranger)));
        Assert.Contains(answers, a => a.Status == HttpStatusCode.TooManyRequests);

        await SignInAsync(officer, officer.UserName, officer.Password, _stranger, HttpStatusCode.SeeOther);
    }

    private static (string, string) NewAddress()
    {
        int next = Interlocked.Increment(ref Addresses);
        return ("X-Client-IP", $"10.1.{next / 250}.{next % 250 + 1}");
    }

    private static async Task SignInAsync(SignedIn browser, string userName, string password, (string, string) from, HttpStatusCode expected) =>
        (await browser.SendFormAsync("/dang-nhap", [("userName", userName), ("password", password)], from)).Must(expected);

    private static Task<Answer> LookUpAsync(SignedIn browser, string code, string year, (string, string) from) =>
        browser.SendFormAsync("/tra-cuu", [("code", code), ("birthYear", year)], from);

    private static string Told(Answer answer) =>
        answer.Text[answer.Text.IndexOf("class=\"problem ", StringComparison.Ordinal)..answer.Text.IndexOf("name=\"code\"", StringComparison.Ordinal)];

    private SignedIn Nobody() => SignedIn.Nobody(app.Own.Process.Address);

    private Task<SignedIn> OfficerAsync() => SignedIn.MakeAsync(app.Own.Administrator, "commune", TestPlan.Commune);

    private Task<Answer> GetAsync(SignedIn browser, string path, (string, string)? from = null) => browser.SendAsync(HttpMethod.Get, path, null, from ?? _stranger);

    private Task<Answer> StaticAsync(SignedIn browser) => GetAsync(browser, "/tai-nguyen/ntm.css");

    private async Task<string> ReceiptAsync(SignedIn browser, string? id = null, int number = 1)
    {
        id ??= await app.Own.Administrator.OpenClassAsync();
        Answer made = await browser.SendFormAsync($"/lop/{id}/dang-ky", Visits.Typed(SampleClass.Person(number)).Select(f => (f.Key, f.Value)), NewAddress());
        return made.Must(HttpStatusCode.SeeOther).Headers.Location!.OriginalString.Split('?')[0];
    }
}
