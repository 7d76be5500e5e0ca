using System.Net;
using NtmServerless.Functions.Tests.Post;
using Xunit;

namespace NtmServerless.Functions.Tests.SystemStatus;

/// <summary>The log of a whole journey says what went wrong, and names nobody and no secret.</summary>
public sealed class QuietLogTests(PostHouse house) : IClassFixture<PostHouse>
{
    [Fact]
    public async Task Log_OfAJourney_SaysWhatHappened_AndNamesNobody()
    {
        Api office = house.Office;
        await house.AddressAsync("xa-bao-lam", "refuse@baolam.example.vn");
        string announced = await house.AnnouncedAsync("xa-bao-lam");
        await house.ReachesAsync(new(announced), "classAnnounced", "failed");
        string id = await house.OpenAsync("xa-bao-lam");
        var person = SampleClass.Person(77);
        (person["fullName"], person["phone"]) = ("Triệu Thị Kín Đáo", "0987654329");
        string code = (await house.App.Administrator.As(null).RegisteredAsync(id, person)).Text("code");
        await office.RosterAsync(id);
        (await office.As(null).PostAsync($"/api/public/classes/{id}/registrations/lookup", new { code, birthYear = 1900 })).Must(HttpStatusCode.NotFound);
        Answer key = (await office.PostAsync("/api/plans/caoloc-2024/keys", new { role = "committee", unitId = "ban-chi-dao", name = "Người giữ khóa" })).Must(HttpStatusCode.Created);
        (await office.As(key.Json.Text("key")).PostAsync($"/api/classes/{id}/cancel", new { reason = "Không được" })).Must(HttpStatusCode.Forbidden);
        (await office.As("ntm_khoa-khong-co-that-cua-ai-ca-0000").GetAsync("/api/plans")).Must(HttpStatusCode.Unauthorized);
        SignedIn officer = await SignedIn.MakeAsync(office, "commune", "xa-bao-lam");
        for (int i = 0; i < 6; i++)
            await SignedIn.Nobody(office.Address).PostFormAsync("/dang-nhap", [("userName", officer.UserName), ("password", "mat-khau-go-nham")]);
        await SignedIn.Nobody(office.Address).PostFormAsync("/dang-nhap", [("userName", "ten-khong-ai-co"), ("password", "mat-khau-go-nham")]);
        string output = "";
        foreach (string line in (string[])
            ["was refused and is given up", "was made for role Committee", "role Committee of unit ban-chi-dao is not let in", "a key that nobody has",
             "A sign-in to account", "is closed until", "under names that nobody has", "Open after"])
            await Eventually.TrueAsync(() => Task.FromResult((output = house.App.Process.Output).Contains(line, StringComparison.Ordinal)), TimeSpan.FromSeconds(20), line);

        // What the greeting shows once on a private console is no log: the first key and the first code.
        string log = string.Join('\n', output.Split('\n').Where(l => !l.Contains(house.App.Process.FirstKey, StringComparison.Ordinal)));
        foreach (string secret in (string[])
            ["Kín Đáo", "Triệu Thị", "0987654329", "987654329", code, "baolam.example", "Người giữ khóa", key.Json.Text("key"), "khoa-khong-co-that", officer.UserName, officer.Password,
             "mat-khau-go-nham", "ten-khong-ai-co", "mat-khau", PostHouse.Secret])
            Assert.DoesNotContain(secret, log, StringComparison.Ordinal);
    }
}
