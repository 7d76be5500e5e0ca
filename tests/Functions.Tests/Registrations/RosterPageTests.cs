using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace NtmServerless.Functions.Tests.Registrations;

/// <summary>The people of a class: registered by an officer, found, replaced, cancelled; each unit within its bounds.</summary>
public sealed class RosterPageTests(RunningApp app)
{
    [Fact]
    public async Task Somebody_IsRegistered_AskedAboutANamesake_ReplacedAndCancelled()
    {
        Api officer = await app.CallerAsync("commune", TestPlan.Commune);
        string id = await officer.OpenClassAsync(SampleClass.PlanForm(capacity: 1));
        string path = $"/can-bo/lop/{id}/danh-sach";
        Answer wrong = await officer.SubmitAsync(path + "/moi", [.. Person("Nông Thị Hồng").Where(f => f.Item1 != "consent"), ("phone", "12")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Contains("Số điện thoại không đúng", wrong.ErrorAt("o-phone"), StringComparison.Ordinal);
        Assert.Contains("đồng ý", wrong.ErrorAt("o-consent"), StringComparison.Ordinal);

        Assert.Equal("Đã đăng ký, người này có chỗ.", (await officer.SubmitAsync(path + "/moi", Person("Nông Thị Hồng"))).Done());
        Answer asked = await officer.SubmitAsync(path + "/moi", Person("nông thị hồng"));
        Assert.Equal(HttpStatusCode.Conflict, asked.Status);
        Assert.Contains("name=\"anotherPerson\"", asked.Text, StringComparison.Ordinal);
        Assert.Equal("Đã đăng ký vào danh sách chờ.", (await officer.SubmitAsync(path + "/moi", [.. Person("Nông Thị Hồng"), ("anotherPerson", "true")])).Done());

        // No name stands in an address.
        Answer list = (await officer.SubmitAsync("/can-bo/tim-nguoi", ("ve", path), ("tim", "hong"), ("tinh-trang", ""))).Must(HttpStatusCode.OK);
        Assert.Contains(".xlsx?tim=", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("tim=hong", list.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"hong\"", list.Text, StringComparison.Ordinal);
        Assert.Contains("trùng tên", list.Text, StringComparison.Ordinal);
        Assert.Contains("Chờ thứ 1", list.Text, StringComparison.Ordinal);
        Assert.Contains("Không có ai khớp", (await officer.SubmitAsync("/can-bo/tim-nguoi", ("ve", path), ("tim", "không ai"))).Text, StringComparison.Ordinal);

        string code = (await officer.RosterAsync(id))["lines"]![0].Text("code");
        Answer noReason = await officer.SubmitAsync($"{path}/{code}/thay", Person("Vi Văn Thay"));
        Assert.Equal("Hãy điền mục này.", noReason.ErrorAt("o-thay-reason"));
        Assert.Equal(HttpStatusCode.Conflict, (await officer.SubmitAsync($"{path}/{code}/thay", [.. Person("Nông Thị Hồng"), ("reason", "bận")])).Status);
        Assert.Equal("Đã chuyển chỗ cho người đi thay.", (await officer.SubmitAsync($"{path}/{code}/thay", [.. Person("Vi Văn Thay"), ("reason", "bận")])).Done());
        JsonNode seats = (await officer.ClassAsync(id))["seats"]!;
        Assert.Equal((1, 1, 1), (seats.Number("confirmed"), seats.Number("waitlisted"), seats.Number("cancelled")));
        Answer replaced = await officer.GetAsync($"{path}/{code}");
        Assert.Contains("Đã hủy", replaced.Text, StringComparison.Ordinal);

        Assert.Equal("Đã đổi số chỗ. Nếu có người chờ được chuyển lên, mục Báo tin cho biết ai cần gọi.",
            (await officer.SubmitAsync(path + "/them-cho", ("capacity", "2"))).Done());
        Assert.Equal(2, (await officer.ClassAsync(id))["seats"].Number("confirmed"));
        string substitute = (await officer.RosterAsync(id))["lines"]!.AsArray().Single(l => l.Text("fullName") == "Vi Văn Thay").Text("code");
        Assert.Equal("Đã hủy đăng ký.", (await officer.SubmitAsync($"{path}/{substitute}/huy", ("reason", "ốm"))).Done());
    }

    [Fact]
    public async Task Replace_OverTheApi_MovesTheSeat_AndTwiceIsOnce()
    {
        Api officer = app.Administrator;
        string id = await officer.OpenClassAsync(SampleClass.PlanForm(capacity: 1));
        string code = (await officer.RegisteredAsync(id, SampleClass.Person(1))).Text("code");
        string waiting = (await officer.RegisteredAsync(id, SampleClass.Person(2))).Text("code");
        JsonObject substitute = SampleClass.Person(3);
        substitute["reason"] = "Đi viện";
        string path = $"/api/classes/{id}/registrations/{code}/replace";
        JsonNode first = (await officer.PostAsync(path, substitute, "thay")).Must(HttpStatusCode.OK).Json;
        Assert.Equal(("confirmed", 3), (first.Text("status"), first.Number("sequence")));
        Assert.Equal(first.Text("code"), (await officer.PostAsync(path, substitute, "thay")).Must(HttpStatusCode.OK).Json.Text("code"));
        Assert.Equal("substitute-needs-seat", (await officer.PostAsync($"/api/classes/{id}/registrations/{waiting}/replace", With(4))).Problem);
        Assert.Equal("already-registered", (await officer.PostAsync($"/api/classes/{id}/registrations/{first.Text("code")}/replace", With(2))).Problem);
        JsonNode roster = await officer.RosterAsync(id);
        Assert.Equal(["cancelled", "waitlisted", "confirmed"], roster["lines"]!.AsArray().Select(l => l.Text("status")));

        static JsonObject With(int number)
        {
            JsonObject person = SampleClass.Person(number);
            person["reason"] = "bận";
            return person;
        }
    }

    [Fact]
    public async Task AnotherUnit_SeesAndChangesOnlyItsOwnPeople()
    {
        string id = await app.Administrator.OpenClassAsync();
        string code = (await app.Administrator.RegisteredAsync(id, SampleClass.Person(1))).Text("code");
        JsonObject neighbour = SampleClass.Person(2, TestPlan.OtherCommune);
        neighbour["fullName"] = "Lộc Thị Riêng";
        neighbour["phone"] = "0912345678";
        string own = (await app.Administrator.RegisteredAsync(id, neighbour)).Text("code");
        Api other = await app.CallerAsync("commune", TestPlan.OtherCommune);
        string path = $"/can-bo/lop/{id}/danh-sach";

        Answer list = (await other.GetAsync(path)).Must(HttpStatusCode.OK);
        Assert.Contains("Lộc Thị Riêng", list.Text, StringComparison.Ordinal);
        Assert.Contains("•••678", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("912345678", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Hoàng Văn Thử", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Hoàng Văn Thử", (await other.GetAsync(path + "/in")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await other.GetAsync($"{path}/{code}")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await other.SubmitAsync($"{path}/{code}/huy", ("reason", "x"))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await other.SubmitAsync($"{path}/{code}/thay", [.. Person("Vi Văn Lạ"), ("reason", "x")])).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await other.SubmitAsync($"{path}/{own}/thay", [.. Person("Vi Văn Lạ"), ("reason", "x")])).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await other.SubmitAsync(path + "/moi", Person("Vi Văn Lạ"))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.CallerAsync("leadUnit", "hoi-nong-dan")).GetAsync(path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(path + "/00000000")).Status);
    }

    [Fact]
    public async Task AMisspeltName_IsPutRight_OnTheSameSeat_WithItsHistory_AndWhoWasStruckOffComesBack()
    {
        Api officer = await app.CallerAsync("commune", TestPlan.Commune);
        string id = await officer.OpenClassAsync(SampleClass.PlanForm(capacity: 1));
        string path = $"/can-bo/lop/{id}/danh-sach";
        (await officer.SubmitAsync(path + "/moi", Person("hoang thi lan"))).Done();
        (await officer.SubmitAsync(path + "/moi", Person("Vi Văn Chờ"))).Done();
        string code = (await officer.RosterAsync(id))["lines"]![0].Text("code");
        (string, string)[] written = [.. Person("Hoàng Thị Lan").Where(f => f.Item1 != "consent")];

        Answer form = await officer.GetAsync($"{path}/{code}");
        Assert.Contains("value=\"hoang thi lan\"", form.Text, StringComparison.Ordinal);
        Answer nameless = await officer.SubmitAsync($"{path}/{code}/sua", [.. written.Skip(1), ("fullName", "")]);
        Assert.Equal("Hãy điền mục này.", nameless.ErrorAt("o-sua-fullName"));
        Answer taken = await officer.SubmitAsync($"{path}/{code}/sua", [.. Person("Vi Văn Chờ").Where(f => f.Item1 != "consent")]);
        Assert.Equal(HttpStatusCode.Conflict, taken.Status);
        Assert.Equal("Đã ghi thông tin đã sửa.", (await officer.SubmitAsync($"{path}/{code}/sua", [.. written, ("reason", "gõ không dấu")])).Done());

        Answer page = await officer.GetAsync($"{path}/{code}");
        Assert.Contains("hoang thi lan → Hoàng Thị Lan", WebUtility.HtmlDecode(page.Text), StringComparison.Ordinal);
        Assert.Contains("gõ không dấu", WebUtility.HtmlDecode(page.Text), StringComparison.Ordinal);
        JsonNode line = (await officer.RosterAsync(id))["lines"]![0]!;
        Assert.Equal((code, 1, "confirmed", "Hoàng Thị Lan"), (line.Text("code"), line.Number("sequence"), line.Text("status"), line.Text("fullName")));

        (await officer.SubmitAsync($"{path}/{code}/huy", ("reason", "nhầm người"))).Done();
        Assert.Equal("Đã khôi phục. Lớp hết chỗ nên người này vào danh sách chờ.",
            (await officer.SubmitAsync($"{path}/{code}/khoi-phuc")).Done());
        JsonNode seats = (await officer.ClassAsync(id))["seats"]!;
        Assert.Equal((1, 1, 0), (seats.Number("confirmed"), seats.Number("waitlisted"), seats.Number("cancelled")));
        string back = $"/api/classes/{id}/registrations/{code}/bring-back";
        Assert.Equal("registration-active", (await officer.PostAsync(back, new { anotherPerson = false })).Problem);
        Api other = await app.CallerAsync("commune", TestPlan.OtherCommune);
        Assert.Equal(HttpStatusCode.Forbidden, (await other.SubmitAsync($"{path}/{code}/sua", written)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await other.SubmitAsync($"{path}/{code}/khoi-phuc")).Status);
    }

    [Fact]
    public async Task PrintedList_StandsInOrderOfGivenNames()
    {
        string id = await app.Administrator.OpenClassAsync();
        string path = $"/can-bo/lop/{id}/danh-sach";
        foreach (string name in (string[])["Hoàng Văn Ưng", "Nông Thị Anh", "Bế Văn Đức", "Vi Thị Dung"])
            (await app.Administrator.SubmitAsync(path + "/moi", Person(name))).Done();
        string text = (await app.Administrator.GetAsync(path + "/in")).Must(HttpStatusCode.OK).Text;
        int[] places = [.. ((string[])["Nông Thị Anh", "Vi Thị Dung", "Bế Văn Đức", "Hoàng Văn Ưng"]).Select(n => text.IndexOf(n, StringComparison.Ordinal))];
        Assert.Equal(places.Order(), places);
        Assert.DoesNotContain(-1, places);
    }

    [Fact]
    public async Task Slips_AreForThoseWithASeat_EachWithItsCode_AndOneAgain()
    {
        string id = await app.Administrator.OpenClassAsync(SampleClass.PlanForm(capacity: 2));
        string path = $"/can-bo/lop/{id}/danh-sach";
        foreach (string name in (string[])["Hoàng Văn Ưng", "Nông Thị Anh", "Bế Văn Đợi"])
            (await app.Administrator.SubmitAsync(path + "/moi", Person(name))).Done();
        string[] codes = [.. (await app.Administrator.RosterAsync(id))["lines"]!.AsArray().Select(l => l.Text("code"))];
        string slips = (await app.Administrator.GetAsync(path + "/phieu")).Must(HttpStatusCode.OK).Text;
        Assert.Equal([true, true, false], codes.Select(c => slips.Contains($"{c[..4]} {c[4..]}", StringComparison.Ordinal)));
        Assert.Contains("Nông Thị Anh", slips, StringComparison.Ordinal);
        string one = (await app.Administrator.GetAsync($"{path}/{codes[0]}/phieu")).Must(HttpStatusCode.OK).Text;
        Assert.Equal([true, false, false], codes.Select(c => one.Contains($"{c[..4]} {c[4..]}", StringComparison.Ordinal)));
        Api other = await app.CallerAsync("commune", TestPlan.OtherCommune);
        Assert.Equal(HttpStatusCode.Forbidden, (await other.GetAsync($"{path}/{codes[0]}/phieu")).Status);
        Assert.DoesNotContain("Nông Thị Anh", (await other.GetAsync(path + "/phieu")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Markup_OfAPerson_ComesOutEncoded()
    {
        const string markup = "<script>alert(1)</script>";
        string id = await app.Administrator.OpenClassAsync();
        string path = $"/can-bo/lop/{id}/danh-sach";
        (string, string)[] form = [.. Person("a" + markup).Where(f => f.Item1 is not "village"), ("village", "b" + markup), ("organisation", "c" + markup), ("ethnicGroup", "d" + markup)];
        (await app.Administrator.SubmitAsync(path + "/moi", form)).Done();
        string code = (await app.Administrator.RosterAsync(id))["lines"]![0].Text("code");
        Answer[] pages =
        [
            await app.Administrator.GetAsync(path), await app.Administrator.GetAsync(path + "/in"), await app.Administrator.GetAsync($"{path}/{code}"),
            await app.Administrator.SubmitAsync(path + "/moi", [.. form, ("phone", "\">" + markup)]),
        ];
        Assert.All(pages, p => Assert.DoesNotContain("<script>alert", p.Text, StringComparison.Ordinal));
        Assert.All(pages, p => Assert.Contains("&lt;script&gt;alert", p.Text, StringComparison.Ordinal));
    }

    internal static (string, string)[] Person(string name) =>
    [
        ("fullName", name), ("birthYear", "1980"), ("sex", "female"), ("village", "Thôn Nà Pài"), ("unitId", TestPlan.Commune),
        ("audience", "exemplaryHousehold"), ("consent", "true"),
    ];
}
