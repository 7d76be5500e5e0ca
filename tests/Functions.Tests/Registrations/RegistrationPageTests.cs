using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace NtmServerless.Functions.Tests.Registrations;

/// <summary>A villager registers, looks up and cancels by the pages alone.</summary>
public sealed class RegistrationPageTests(RunningApp app, OpenClassFixture open) : IClassFixture<OpenClassFixture>
{
    private readonly Api _visitor = app.Visitor();

    private string Form => $"/lop/{open.Id}/dang-ky";

    [Fact]
    public async Task Register_WithTheForm_LeadsToAReceiptThatFindsItselfAgain()
    {
        string receipt = await _visitor.RegisterAsync(new(open.Id), SampleClass.Person(201));
        Assert.StartsWith("/phieu/", receipt, StringComparison.Ordinal);
        string page = await _visitor.PageAsync(receipt);
        string code = Visits.Code(page);
        Assert.Contains("Đã được xếp chỗ", page, StringComparison.Ordinal);
        Assert.Contains("<svg class=\"qr\"", page, StringComparison.Ordinal);
        Assert.Contains($"data-draft-done=\"dang-ky-{open.Id}\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain(" style=", page, StringComparison.Ordinal);

        Answer found = await _visitor.SendFormAsync("/tra-cuu", ("code", code.ToLowerInvariant()), ("birthYear", "1961"));
        string again = await _visitor.PageAsync(found.Must(HttpStatusCode.SeeOther).Headers.Location!.OriginalString);
        Assert.Equal(code, Visits.Code(again));
        Assert.DoesNotContain("data-draft-done", again, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheReceipt_LetsThePersonPutTheNameRight_WhoProvesToBeIt()
    {
        JsonObject person = SampleClass.Person(211);
        string year = person["birthYear"]!.ToString();
        string receipt = (await _visitor.RegisterAsync(new(open.Id), person)).Split('?')[0];
        string code = Visits.Code(await _visitor.PageAsync(receipt));
        Answer stranger = await _visitor.SendFormAsync(receipt + "/sua", ("fullName", "Kẻ Lạ"), ("birthYear", "1899"));
        Assert.Equal(HttpStatusCode.NotFound, stranger.Status);
        Answer wrong = await _visitor.SendFormAsync(
            receipt + "/sua", ("fullName", "Hoàng Thị Đúng"), ("newBirthYear", "1850"), ("birthYear", year));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Contains("id=\"o-sua-newBirthYear-loi\"", wrong.Text, StringComparison.Ordinal);

        Answer mended = await _visitor.SendFormAsync(
            receipt + "/sua", ("fullName", "Hoàng Thị Đúng"), ("newBirthYear", "1959"), ("village", ""), ("newPhone", ""), ("birthYear", year));
        string page = await _visitor.PageAsync(mended.Must(HttpStatusCode.SeeOther).Headers.Location!.OriginalString);
        Assert.Contains("Hoàng Thị Đúng", page, StringComparison.Ordinal);
        Assert.Equal(code, Visits.Code(page));
        (await _visitor.SendFormAsync("/tra-cuu", ("code", code), ("birthYear", "1959"))).Must(HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task Register_TappedTwice_IsOneRegistration()
    {
        Dictionary<string, string> typed = Visits.Typed(SampleClass.Person(202));
        typed["_key"] = Guid.NewGuid().ToString("N");
        Answer[] answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _visitor.SendFormAsync(Form, typed)));
        string[] codes = await Task.WhenAll(answers.Select(async a => Visits.Code(await _visitor.PageAsync(a.Must(HttpStatusCode.SeeOther).Headers.Location!.OriginalString))));
        Assert.Single(codes.Distinct());

        typed["fullName"] = "Hoàng Văn Thử Người Khác";
        Answer reused = await _visitor.SendFormAsync(Form, typed);
        Assert.Equal(HttpStatusCode.Conflict, reused.Status);
        Assert.Contains("Biểu mẫu này đã gửi một lần rồi", reused.Text, StringComparison.Ordinal);
        Assert.DoesNotContain($"value=\"{typed["_key"]}\"", reused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Register_WithMistakes_ShowsThemAtTheirFieldsAndKeepsWhatWasTyped()
    {
        Answer answer = await _visitor.SendFormAsync(Form, ("fullName", "Hoàng Thị Giữ Lại"), ("birthYear", "năm tám mươi"), ("village", "Nà Pài"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("id=\"o-birthYear-loi\"", answer.Text, StringComparison.Ordinal);
        Assert.Contains("Bà con vừa ghi «năm tám mươi»", answer.Text, StringComparison.Ordinal);
        answer = await _visitor.SendFormAsync(Form, ("fullName", "Hoàng Thị Giữ Lại"), ("birthYear", "1850"), ("village", "Nà Pài"), ("phone", "12"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        foreach (string field in (string[])["birthYear", "sex", "phone", "unitId", "audience", "consent"])
            Assert.Contains($"id=\"o-{field}-loi\"", answer.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"Hoàng Thị Giữ Lại\"", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"o-fullName-loi\"", answer.Text, StringComparison.Ordinal);
        Assert.Contains("Còn 6 chỗ cần sửa", answer.Text, StringComparison.Ordinal);
        foreach (string said in (string[])["Bà con vừa ghi «1850»", "Chưa chọn nữ hay nam", "Chưa chọn xã, thị trấn", "Chưa đánh dấu đồng ý"])
            Assert.Contains(said, answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Register_TheSamePersonTwice_AsksWhetherItIsAnother()
    {
        string first = await _visitor.RegisterAsync(new(open.Id), SampleClass.Person(203));
        Dictionary<string, string> typed = Visits.Typed(SampleClass.Person(203));
        Answer asked = await _visitor.SendFormAsync(Form, typed);
        Assert.Equal(HttpStatusCode.Conflict, asked.Status);
        Assert.Contains("Bà con đã đăng ký rồi?", asked.Text, StringComparison.Ordinal);
        Assert.Contains(" name=\"anotherPerson\" value=\"true\">", asked.Text, StringComparison.Ordinal);

        typed["anotherPerson"] = "true";
        string second = (await _visitor.SendFormAsync(Form, typed)).Must(HttpStatusCode.SeeOther).Headers.Location!.OriginalString;
        Assert.NotEqual(Visits.Code(await _visitor.PageAsync(first)), Visits.Code(await _visitor.PageAsync(second)));
    }

    [Fact]
    public async Task Receipt_WhileWaiting_SaysTheirPlaceAndMovesUpWhenSomebodyCancels()
    {
        string id = await app.Administrator.OpenClassAsync(SampleClass.PlanForm(capacity: 1));
        string seated = (await _visitor.RegisterAsync(new(id), SampleClass.Person(1))).Split('?')[0];
        await _visitor.RegisterAsync(new(id), SampleClass.Person(2));
        string second = await _visitor.RegisterAsync(new(id), SampleClass.Person(3));
        Assert.Contains("thứ 2 trong danh sách chờ", await _visitor.PageAsync(second), StringComparison.Ordinal);

        Answer cancelled = await _visitor.SendFormAsync(seated, ("birthYear", "1961"));
        Assert.Equal(seated + "?xong=registration-cancelled", cancelled.Must(HttpStatusCode.SeeOther).Headers.Location!.OriginalString);
        Assert.Contains("Đăng ký này đã hủy", await _visitor.PageAsync(seated), StringComparison.Ordinal);
        Assert.Contains("thứ 1 trong danh sách chờ", await _visitor.PageAsync(second), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Register_ForInvitedAudiences_OffersOnlyThose()
    {
        JsonObject form = SampleClass.PlanForm();
        form["streamId"] = "xa-nong-thon-moi";
        string id = await app.Administrator.OpenClassAsync(form);
        string page = (await _visitor.PageAsync($"/lop/{id}/dang-ky")).MainPart();
        Assert.Contains("value=\"farmOwner\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"official\"", page, StringComparison.Ordinal);
        JsonObject official = SampleClass.Person(1);
        official["audience"] = "official";
        Answer refused = await _visitor.SendFormAsync($"/lop/{id}/dang-ky", Visits.Typed(official));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Không thuộc thành phần của lớp", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Receipt_SaysWhoseItIs_AndNotWhatProvesIt()
    {
        JsonObject person = SampleClass.Person(204);
        person["phone"] = "0912345678";
        person["birthYear"] = 1987;
        string page = (await _visitor.PageAsync(await _visitor.RegisterAsync(new(open.Id), person))).MainPart();
        Assert.Contains(person.Text("fullName"), page, StringComparison.Ordinal);
        Assert.Contains($"href=\"{Form}?xa={TestPlan.Commune}\"", page, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\b1987\b", page);
        Assert.DoesNotContain("345678", page, StringComparison.Ordinal);
        string form = await _visitor.PageAsync($"{Form}?xa={TestPlan.Commune}");
        Assert.Contains($"<option value=\"{TestPlan.Commune}\" selected>", form, StringComparison.Ordinal);
        Assert.DoesNotContain(" selected>", await _visitor.PageAsync($"{Form}?xa=khong-co"), StringComparison.Ordinal);
    }
}
