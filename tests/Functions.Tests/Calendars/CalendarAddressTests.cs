using System.Net;
using System.Text.RegularExpressions;
using Azure.Data.Tables;
using Xunit;

namespace NtmServerless.Functions.Tests.Calendars;

/// <summary>The secret address of an officer's calendar: made, asked for, changed, taken away.</summary>
public sealed partial class CalendarAddressTests(RunningApp app)
{
    private static readonly string[] Nobodys =
        ["aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "a", "administrators", "..%2F..%2Fx", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"];

    [Fact]
    public async Task Address_MadeByAnOfficer_ShowsItsClassesToWhoeverHasIt_AndIsKeptAsAHash()
    {
        string id = await app.Administrator.OpenClassAsync();
        using SignedIn officer = await app.OfficerAsync("commune", TestPlan.Commune);
        string path = await MadeAsync(officer);

        Answer feed = (await app.Visitor().GetAsync(path)).Must(HttpStatusCode.OK);
        Assert.Equal("text/calendar", feed.MediaType);
        Assert.Contains($"UID:{id}-1@", feed.Text, StringComparison.Ordinal);
        // Nobody without it: neither the page shows it again nor any row holds it.
        string secret = path.Split('/')[2];
        Answer again = (await officer.GetAsync("/tai-khoan")).Must(HttpStatusCode.OK);
        Assert.DoesNotContain(secret, again.Text, StringComparison.Ordinal);
        Assert.Contains("Đổi địa chỉ khác", again.Text, StringComparison.Ordinal);
        string[] rows = [.. new TableClient(app.Storage, "Accounts").Query<TableEntity>(cancellationToken: TestContext.Current.CancellationToken).Select(r =>
            string.Join('|', r.Select(p => $"{p.Value}")))];
        Assert.NotEmpty(rows);
        Assert.DoesNotContain(rows, r => r.Contains(secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Address_Renewed_OrTakenAway_FindsNothingUnderTheOldOne()
    {
        using SignedIn officer = await app.OfficerAsync("commune", TestPlan.Commune);
        string first = await MadeAsync(officer);
        string second = await MadeAsync(officer);
        Assert.NotEqual(first, second);
        (await app.Visitor().GetAsync(first)).Must(HttpStatusCode.NotFound);
        (await app.Visitor().GetAsync(second)).Must(HttpStatusCode.OK);

        Answer removed = (await officer.PostFormAsync("/tai-khoan", [], "/tai-khoan/lich/bo")).Must(HttpStatusCode.SeeOther);
        Assert.Equal("/tai-khoan?xong=calendar-removed", removed.Headers.Location?.OriginalString);
        (await app.Visitor().GetAsync(second)).Must(HttpStatusCode.NotFound);
        Assert.Contains("Tạo địa chỉ lịch", (await officer.GetAsync("/tai-khoan")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Address_OfADisabledAccount_FindsNothing_UntilItIsEnabled()
    {
        using SignedIn officer = await app.OfficerAsync("commune", TestPlan.Commune);
        string path = await MadeAsync(officer);
        (await app.Administrator.PostAsync($"/api/accounts/{officer.AccountId}/disable")).Must(HttpStatusCode.OK);
        (await app.Visitor().GetAsync(path)).Must(HttpStatusCode.NotFound);
        (await app.Administrator.PostAsync($"/api/accounts/{officer.AccountId}/enable")).Must(HttpStatusCode.OK);
        (await app.Visitor().GetAsync(path)).Must(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Address_ThatIsNobodys_IsNotFound()
    {
        foreach (string secret in Nobodys) (await app.Visitor().GetAsync($"/lich/{secret}/viec-cua-toi.ics")).Must(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Calendar_AskedForAgain_IsSentOnlyWhenSomethingChanged()
    {
        const string Unit = "xa-thach-dan";
        using SignedIn officer = await app.OfficerAsync("commune", Unit);
        string path = await MadeAsync(officer);
        string tag = "";
        // Tours and reports of other tests are in it too: between two of their changes it is the same.
        await Eventually.TrueAsync(async () =>
        {
            tag = (await app.Visitor().GetAsync(path)).Must(HttpStatusCode.OK).Headers.ETag!.ToString();
            Answer same = await app.Visitor().SendAsync(HttpMethod.Get, path, null, ("If-None-Match", tag));
            return same is { Status: HttpStatusCode.NotModified, Body.Length: 0 };
        }, TimeSpan.FromSeconds(30), "the same calendar is not sent again");

        string id = await app.Administrator.OpenClassAsync(SampleClass.PlanForm(lead: Unit));
        await Eventually.TrueAsync(
            async () => (await app.Visitor().SendAsync(HttpMethod.Get, path, null, ("If-None-Match", tag))).Text.Contains($"UID:{id}-1@",
                StringComparison.Ordinal),
            TimeSpan.FromSeconds(30), "the new class is in the calendar");
    }

    [Fact]
    public async Task Address_ForAProgramWithAKey_IsNotOffered()
    {
        Api program = await app.CallerAsync("commune", TestPlan.Commune);
        Assert.DoesNotContain("/tai-khoan/lich", (await program.GetAsync("/tai-khoan")).Must(HttpStatusCode.OK).Text, StringComparison.Ordinal);
        (await program.SubmitAsync("/tai-khoan/lich")).Must(HttpStatusCode.NotFound);
    }

    private static async Task<string> MadeAsync(SignedIn officer)
    {
        Answer made = (await officer.PostFormAsync("/tai-khoan", [], "/tai-khoan/lich")).Must(HttpStatusCode.OK);
        Match address = Shown().Match(made.Text);
        Assert.True(address.Success);
        return address.Groups[1].Value;
    }

    [GeneratedRegex(@"<code>https?://[^/<]+(/lich/[a-z0-9]{32}/viec-cua-toi\.ics)</code>")]
    private static partial Regex Shown();
}
