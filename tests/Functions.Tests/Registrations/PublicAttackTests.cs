using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace NtmServerless.Functions.Tests.Registrations;

/// <summary>Strangers who want more from the public pages than is theirs.</summary>
public sealed class PublicAttackTests(RunningApp app)
{
    private const string Markup = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>";
    private readonly Api _visitor = app.Visitor();

    public static TheoryData<string> Fields =>
        [.. PersonField.In(PersonForms.Public).Select(f => f.Name), "consent", "anotherPerson", "_key", "laMot<b>"];

    [Theory]
    [MemberData(nameof(Fields))]
    public async Task Field_WithMarkup_ComesBackAsText(string field)
    {
        string id = await app.Administrator.OpenClassAsync();
        Dictionary<string, string> typed = Visits.Typed(SampleClass.Person(1));
        typed[field] = Markup;
        // A form that is refused for another reason repeats everything that was typed.
        typed.Remove("consent");
        if (field == "consent") typed[field] = Markup;
        Answer answer = await _visitor.SendFormAsync($"/lop/{id}/dang-ky", typed);
        Assert.InRange((int)answer.Status, 400, 422);
        MustBeText(answer.Text);

        foreach (string lookUpField in (string[])["code", "phone", "birthYear"])
            MustBeText((await _visitor.SendFormAsync("/tra-cuu", (lookUpField, Markup), ("_key", Markup))).Text);
    }

    [Fact]
    public async Task Query_WithMarkup_ComesBackAsText()
    {
        string id = await app.Administrator.OpenClassAsync();
        string receipt = (await _visitor.RegisterAsync(new(id), SampleClass.Person(1))).Split('?')[0];
        string bad = Uri.EscapeDataString(Markup);
        foreach (string path in (string[])["/", $"/lop/{id}", $"/lop/{id}/dang-ky", "/tra-cuu", "/quyen-rieng-tu", "/tap-du", receipt])
            foreach (string name in (string[])["xong", "xa", "noi-dung", "tu-ngay", "tim", "lop", "ke-hoach", "v", bad])
                MustBeText((await _visitor.GetAsync($"{path}?{name}={bad}")).Text);
        MustBeText((await _visitor.GetAsync($"/lop/{bad}")).Text);
        MustBeText((await _visitor.GetAsync($"/phieu/{bad}")).Text);
    }

    [Fact]
    public async Task Record_WithMarkup_IsShownAsText()
    {
        JsonObject form = SampleClass.PlanForm();
        form["title"] = Markup;
        string id = await app.Administrator.PlannedAsync(form);
        JsonObject announcement = SampleClass.Announcement(SampleClass.FarAway, SampleClass.FarAway.AddDays(2));
        announcement["venue"] = Markup;
        announcement["number"] = "<script>alert(1)</script>";
        (await app.Administrator.PostAsync($"/api/classes/{id}/announce", announcement)).Must(HttpStatusCode.OK);
        await app.Administrator.ReachesAsync(id, "registering");
        string receipt = await _visitor.RegisterAsync(new(id), SampleClass.Person(1));
        (await app.Administrator.PostAsync($"/api/classes/{id}/postpone", new { reason = Markup })).Must(HttpStatusCode.OK);
        foreach (string path in (string[])["/", $"/lop/{id}", $"/lop/{id}/dang-ky", "/tra-cuu", "/tap-du", receipt])
            MustBeText(await _visitor.PageAsync(path));
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", await _visitor.PageAsync($"/lop/{id}"), StringComparison.Ordinal);
        string calendar = await _visitor.PageAsync($"/lop/{id}/lich.ics");
        Assert.All(calendar.Split("\r\n"), line => Assert.DoesNotContain('\n', line));
    }

    [Theory]
    [InlineData("/tai-nguyen/../NtmServerless.Functions.dll")]
    [InlineData("/tai-nguyen/..%2fhost.json")]
    [InlineData("/tai-nguyen/%2e%2e/host.json")]
    [InlineData("/tai-nguyen/%2e%2e%2fhost.json")]
    [InlineData("/tai-nguyen/..%5chost.json")]
    [InlineData("/tai-nguyen//etc/passwd")]
    [InlineData("/tai-nguyen/%2fetc%2fpasswd")]
    [InlineData("/tai-nguyen/ntm.css%00.js")]
    [InlineData("/tai-nguyen/./../plans/caoloc-2024.json")]
    [InlineData("/tai-nguyen/NTM.CSS")]
    [InlineData("/tai-nguyen/")]
    [InlineData("/tai-nguyen")]
    public async Task StaticFile_OutsideItsFolder_IsNotThere(string path)
    {
        Answer answer = await _visitor.GetAsync(path);
        Assert.True(answer.Status is HttpStatusCode.NotFound or HttpStatusCode.BadRequest, $"{answer.Status}");
        Assert.DoesNotContain("routePrefix", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("root:", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Receipt_WithATamperedAddress_IsAKind404()
    {
        string id = await app.Administrator.OpenClassAsync();
        string receipt = (await _visitor.RegisterAsync(new(id), SampleClass.Person(1))).Split('?')[0];
        string token = receipt["/phieu/".Length..];
        foreach (string wrong in (string[])[token[..^4], token + "AAAA", token[..40] + (token[40] == 'A' ? 'B' : 'A') + token[41..], "x", new string('A', 4_000), id, $"{id}%2F00000000", "%00"])
        {
            Answer answer = await _visitor.GetAsync("/phieu/" + wrong);
            Assert.True(answer.Status is HttpStatusCode.NotFound || wrong == "%00" && answer.Status is HttpStatusCode.BadRequest, $"{wrong}: {answer.Status}");
            if (answer.Status == HttpStatusCode.NotFound) Assert.Contains("Không tìm thấy phiếu đăng ký", answer.Text, StringComparison.Ordinal);
            Assert.Equal(answer.Status, (await _visitor.SendFormAsync("/phieu/" + wrong, ("birthYear", "1961"))).Status);
        }

        Assert.Contains("Đã được xếp chỗ", await _visitor.PageAsync(receipt), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Origin", "https://ke-xau.example")]
    [InlineData("Origin", "null")]
    public async Task Form_SentFromAnotherSite_ChangesNothing(string header, string value)
    {
        string id = await app.Administrator.OpenClassAsync();
        string receipt = (await _visitor.RegisterAsync(new(id), SampleClass.Person(1))).Split('?')[0];
        Task<Answer> SendAsync(string path, params (string Name, string Value)[] fields) => _visitor.SendAsync(
            HttpMethod.Post, path, new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))), (header, value));

        (string, string)[] person = [.. Visits.Typed(SampleClass.Person(2)).Select(f => (f.Key, f.Value))];
        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync($"/lop/{id}/dang-ky", person)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(receipt, ("birthYear", "1961"))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync("/tra-cuu", ("code", "ABCDEFGH"), ("birthYear", "1961"))).Status);
        JsonNode seats = (await app.Administrator.ClassAsync(id))["seats"]!;
        Assert.Equal((1, 0), (seats.Number("confirmed"), seats.Number("cancelled")));
    }

    private static void MustBeText(string page)
    {
        Assert.DoesNotContain("<script>", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("laMot<b>", page, StringComparison.Ordinal);
    }
}
