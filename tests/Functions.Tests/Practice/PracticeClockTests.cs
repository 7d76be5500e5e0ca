using System.Net;
using System.Text.RegularExpressions;
using Xunit;

namespace NtmServerless.Functions.Tests.Practice;

/// <summary>An administrator moves a practice clock by buttons; nobody else does, and nobody moves a real one.</summary>
public sealed partial class PracticeClockTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Clock_OfAPracticeFolder_IsMovedByButtons_AndSaysWhatHappened()
    {
        await using OwnApp own = new();
        await own.StartAsync();
        using SignedIn office = await SignedIn.MakeAsync(own.Administrator, "administrator", TestPlan.Office);
        using SignedIn commune = await SignedIn.MakeAsync(own.Administrator, "commune", TestPlan.Commune);
        string id = await AnnouncedAsync(own.Administrator);

        string page = (await office.GetAsync("/tap-du")).Must(HttpStatusCode.OK).Text;
        Assert.Contains("Sáng mai", page, StringComparison.Ordinal);
        Assert.Contains("Tới việc kế tiếp – ", page, StringComparison.Ordinal);
        Assert.Contains(own.Data + "/host-key", page, StringComparison.Ordinal);
        Assert.DoesNotContain("host-key", (await own.Administrator.As(null).GetAsync("/tap-du")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("host-key", (await commune.GetAsync("/tap-du")).Text, StringComparison.Ordinal);

        await RefusedAsync(office, commune);

        // The next step is due exactly at the moment of its button: registration opens.
        string next = WebUtility.HtmlDecode(Until().Matches(page)[2].Groups[1].Value);
        Answer moved = (await office.PostFormAsync("/tap-du", [("until", next)], "/tap-du")).Must(HttpStatusCode.SeeOther);
        string opened = await ArrivedAsync(office, moved.Headers.Location!.OriginalString);
        Assert.Contains("Mở đăng ký", opened.MainPart(), StringComparison.Ordinal);
        Assert.Contains($"/can-bo/lop/{id}\"", opened, StringComparison.Ordinal);

        Answer further = (await office.PostFormAsync("/tap-du", [("date", "2024-05-20")], "/tap-du")).Must(HttpStatusCode.SeeOther);
        string arrived = await ArrivedAsync(office, further.Headers.Location!.OriginalString);

        Assert.Contains("đến kỳ", arrived, StringComparison.Ordinal);
        Assert.Contains("thông báo", arrived, StringComparison.Ordinal);
        DateTimeOffset now = (await own.Administrator.GetAsync("/api/health")).Json["now"]!.GetValue<DateTimeOffset>();
        Assert.Equal(new DateTimeOffset(2024, 5, 20, 7, 0, 0, TimeSpan.FromHours(7)), now);
    }

    [Fact]
    public async Task Move_ToWhatCannotBe_IsSaidAtTheField()
    {
        await using OwnApp own = new();
        await own.StartAsync();
        using SignedIn office = await SignedIn.MakeAsync(own.Administrator, "administrator", TestPlan.Office);
        (string, string)[] wrong = [("", "Hãy điền mục này."), ("2024-03-31", "đã qua"), ("2031-01-01", "quá xa")];
        foreach ((string date, string said) in wrong)
        {
            Answer refused = (await office.PostFormAsync("/tap-du", [("date", date)], "/tap-du")).Must(HttpStatusCode.UnprocessableEntity);
            Assert.Contains(said, refused.Text, StringComparison.Ordinal);
        }

        // A page that stood open for long: the moment of its button came by itself.
        Answer late = (await office.PostFormAsync("/tap-du", [("until", "2024-03-31T07:00:00+07:00")], "/tap-du")).Must(HttpStatusCode.SeeOther);
        Assert.Equal("/tap-du", late.Headers.Location!.OriginalString);
    }

    // A commune may not, nobody may not, a form without the token may not.
    private static async Task RefusedAsync(SignedIn office, SignedIn commune)
    {
        (string, string)[] tomorrow = [("until", "2024-04-02T07:00:00+07:00")];
        Answer other = await commune.SendFormAsync("/tap-du", [.. tomorrow, (SignedIn.TokenField, await commune.TokenAsync())]);
        Assert.Equal(HttpStatusCode.Forbidden, other.Status);
        Answer forged = await office.SendFormAsync("/tap-du", tomorrow);
        Assert.NotEqual(HttpStatusCode.SeeOther, forged.Status);
        using SignedIn nobody = SignedIn.Nobody(office.Address);
        Answer stranger = await nobody.SendFormAsync("/tap-du", tomorrow);
        Assert.DoesNotContain("toi=", stranger.Headers.Location?.OriginalString ?? "", StringComparison.Ordinal);
    }

    private static async Task<string> AnnouncedAsync(Api administrator)
    {
        string id = await administrator.PlannedAsync(SampleClass.PlanForm());
        DateTimeOffset first = new(2024, 5, 10, 7, 30, 0, TimeSpan.FromHours(7));
        object form = new
        {
            venue = "Nhà văn hóa xã Gia Cát",
            registrationOpensAt = first.AddDays(-30),
            registrationClosesAt = first.AddDays(-5),
            sessions = new[] { new { date = "2024-05-10", from = "07:30:00", to = "11:00:00" } },
        };
        (await administrator.PostAsync($"/api/classes/{id}/announce", form)).Must(HttpStatusCode.OK);
        return id;
    }

    private static async Task<string> ArrivedAsync(SignedIn office, string path)
    {
        string page = "";
        await Eventually.TrueAsync(async () =>
        {
            page = (await office.GetAsync(path)).Must(HttpStatusCode.OK).Text;
            return page.Contains("Đã chuyển tới", StringComparison.Ordinal);
        }, TimeSpan.FromMinutes(2), "the clock has arrived");
        Cancellation.ThrowIfCancellationRequested();
        return page;
    }

    [GeneratedRegex("name=\"until\" value=\"([^\"]+)\"")]
    private static partial Regex Until();
}
