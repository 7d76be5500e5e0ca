using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace NtmServerless.Functions.Tests.Search;

/// <summary>Looking for a class, a person or a document, as each role may.</summary>
public sealed class SearchPageTests(RunningApp app)
{
    private static int Made;

    [Fact]
    public async Task Search_OfAPerson_ForgivesTyping_AndIsInTheAuditTrail()
    {
        (string id, string name, string code, string phone) = await PersonAsync();
        Api clerk = await app.CallerAsync("commune", TestPlan.Commune);
        string folded = Domain.People.Folding.Fold(name);
        foreach (string typed in (string[])
            [name, folded, folded.Replace(" ", "", StringComparison.Ordinal), folded[..^2] + folded[^1] + folded[^2],
                $"{code[..4]} {code[4..]}".ToLowerInvariant(), $"{phone[..4]}.{phone[4..7]} {phone[7..]}"])
        {
            string page = await FoundAsync(clerk, typed);
            Assert.True(page.Contains($"/can-bo/lop/{id}/danh-sach/{code}", StringComparison.Ordinal), typed);
            Assert.Contains(name, OfficerForms.Decoded(page), StringComparison.Ordinal);
            Assert.DoesNotContain(phone, page, StringComparison.Ordinal);
        }

        string month = $"{(await app.NowAsync()).ToOffset(TimeSpan.FromHours(7)):yyyy-MM}";
        Answer trail = (await app.Administrator.GetAsync($"/can-bo/nhat-ky?thang={month}&viec=roster-searched&dich={id}")).Must(HttpStatusCode.OK);
        Assert.Contains("Tìm học viên", OfficerForms.Decoded(trail.Text), StringComparison.Ordinal);
        Assert.Contains($"/can-bo/lop/{id}\"", trail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_OfAPerson_FindsOnlyWhomTheRosterShows()
    {
        (string id, string name, string code, string phone) = await PersonAsync();
        string person = $"/can-bo/lop/{id}/danh-sach/{code}";
        foreach ((string role, string unit, bool sees) in ((string, string, bool)[])
            [("administrator", TestPlan.Office, true), ("commune", TestPlan.Commune, true), ("commune", TestPlan.PriorityCommune, false),
                ("leadUnit", "hoi-phu-nu", false), ("committee", "ban-chi-dao", false), ("cultureOffice", "phong-van-hoa-thong-tin", false)])
        {
            Api officer = await app.CallerAsync(role, unit);
            foreach (string typed in (string[])[name, code, phone])
                Assert.True(sees == (await FoundAsync(officer, typed)).Contains(person, StringComparison.Ordinal), $"{role} of {unit}: {typed}");
        }
    }

    [Fact]
    public async Task Search_OfAPersonOfTheCommuneInAnothersClass_FindsThatOneAlone()
    {
        string id = await app.Administrator.OpenClassAsync();
        JsonObject own = SampleClass.Person(1, TestPlan.PriorityCommune), other = SampleClass.Person(2);
        (own["fullName"], other["fullName"]) = ("Mã Văn Quyết Chiến", "Mã Văn Quyết Thắng");
        string ownCode = (await app.Administrator.RegisteredAsync(id, own)).Text("code");
        string otherCode = (await app.Administrator.RegisteredAsync(id, other)).Text("code");
        string page = await FoundAsync(await app.CallerAsync("commune", TestPlan.PriorityCommune), "mã văn quyết");
        Assert.Contains(ownCode, page, StringComparison.Ordinal);
        Assert.DoesNotContain(otherCode, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_OfAClass_ByDayPlaceAndNumber_ShowsItsShortName()
    {
        string id = await app.Administrator.OpenClassAsync(SampleClass.PlanForm(lead: "xa-thanh-loa"), closes: SampleClass.FarAway,
            day: new DateTimeOffset(2026, 2, 22, 0, 0, 0, TimeSpan.FromHours(7)));
        int number = (await app.Administrator.ClassAsync(id)).Number("numberInPlan");
        Api committee = await app.CallerAsync("committee", "ban-chi-dao");
        foreach (string typed in (string[])["22/2", "22/2/2026", "thanhloa", "Thanh Lòa", "thanh lao", $"lớp {number}"])
        {
            string page = OfficerForms.Decoded(await FoundAsync(committee, typed));
            Assert.True(page.Contains($"href=\"/can-bo/lop/{id}\"", StringComparison.Ordinal), typed);
            Assert.Contains($"Lớp {number} · Thanh Lòa · 22/02", page, StringComparison.Ordinal);
        }

        Assert.DoesNotContain($"/can-bo/lop/{id}", await FoundAsync(committee, "23/2"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_WithManyResults_BeginsEachGroup_AndLeadsToTheRest()
    {
        for (int i = 0; i < 21; i++) await app.Administrator.PlannedAsync(SampleClass.PlanForm(lead: "xa-xuan-long"));
        Api officer = await app.CallerAsync("commune", "xa-xuan-long");
        string page = await FoundAsync(officer, "xuân long");
        Assert.Equal(20, page.Split("href=\"/can-bo/lop/").Length - 1);
        string rest = Visits.Addresses(page).Single(a => a.Contains("nhom=Classes", StringComparison.Ordinal));
        Assert.True((await officer.GetAsync(rest)).Must(HttpStatusCode.OK).Text.MainPart().Split("href=\"/can-bo/lop/").Length - 1 >= 21);
    }

    [Fact]
    public async Task Search_ByPlainWords_LeadsToAnAddressWithoutThem()
    {
        Api clerk = await app.CallerAsync("commune", TestPlan.Commune);
        Api visitor = app.Visitor();
        Assert.Equal(HttpStatusCode.SeeOther, (await visitor.GetAsync("/can-bo/tim?q=hoang")).Status);
        Answer sent = await clerk.GetAsync("/can-bo/tim?q=xuyenmoc");
        Assert.Contains("xuyenmoc", sent.Must(HttpStatusCode.OK).Text, StringComparison.Ordinal);
        using SignedIn officer = await app.OfficerAsync("commune", TestPlan.Commune);
        Answer on = (await officer.GetAsync("/can-bo/tim?q=xuyenmoc")).Must(HttpStatusCode.SeeOther);
        Assert.DoesNotContain("xuyenmoc", on.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Contains("Không tìm thấy gì với “xuyenmoc”",
            OfficerForms.Decoded((await officer.GetAsync(on.Headers.Location.OriginalString)).Must(HttpStatusCode.OK).Text), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?tim=gia")]
    [InlineData("?q=%20")]
    [InlineData("?nhom=People")]
    public async Task Page_WithNothingToLookFor_ShowsTheFormAlone(string query)
    {
        string page = (await app.Administrator.GetAsync("/can-bo/tim" + query)).Must(HttpStatusCode.OK).Text.MainPart();
        Assert.Contains("name=\"tim\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"list\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("panel dash", page, StringComparison.Ordinal);
    }

    /// <summary>Somebody whom no other test registers, of the sample commune.</summary>
    private async Task<(string ClassId, string Name, string Code, string Phone)> PersonAsync()
    {
        int number = Interlocked.Increment(ref Made);
        string id = await app.Administrator.OpenClassAsync();
        JsonObject person = SampleClass.Person(number);
        string name = number == 1 ? "Lộc Thị Khuyên Ngát" : "Vi Đức Hưởng Toàn";
        string phone = $"091234560{number}";
        (person["fullName"], person["phone"]) = (name, phone);
        return (id, name, (await app.Administrator.RegisteredAsync(id, person)).Text("code"), phone);
    }

    /// <summary>The main part of the page that the form leads to.</summary>
    private static async Task<string> FoundAsync(Api officer, string typed) =>
        (await officer.SubmitAsync(
            "/can-bo/tim-nguoi", ("tim", typed), ("ve", "/can-bo/tim"), ("ke-hoach", TestPlan.Id))).Must(HttpStatusCode.OK).Text.MainPart();
}
