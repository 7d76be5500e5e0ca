using System.Diagnostics;
using System.Net;
using Xunit;

namespace NtmServerless.Functions.Tests.Registrations;

/// <summary>A list of people from a spreadsheet: looked at, taken over, and twice the same as once.</summary>
public sealed class ImportPageTests(RunningApp app)
{
    private static readonly string[] Columns = ["TT", "Họ và tên", "Năm sinh", "Giới tính", "Thôn", "Xã", "Thành phần", "Cỡ áo"];

    [Fact]
    public async Task List_IsShownLineByLine_AndRegistersTheGoodOnes_Once()
    {
        Api officer = await app.CallerAsync("commune", TestPlan.Commune);
        string id = await officer.OpenClassAsync(SampleClass.PlanForm(capacity: 2));
        string path = $"/can-bo/lop/{id}/danh-sach";
        (await officer.SubmitAsync(path + "/moi", RosterPageTests.Person("Nông Thị Hồng"))).Done();
        byte[] file = Sheet(
            ["Nông Thị Hồng", 1980, "Nữ"], ["Vi Văn Một", 1970, "Nam"], ["Vi Văn Hai", 1905, "Nam"], ["Vi Văn Một", 1970, "Nam"], ["Vi Văn Ba", 1971, "Nam"]);
        Answer preview = (await UploadAsync(officer, path, file)).Must(HttpStatusCode.OK);
        Assert.Contains("2 dòng đăng ký được", preview.Text, StringComparison.Ordinal);
        Assert.Contains("đã có trong lớp", preview.Text, StringComparison.Ordinal);
        Assert.Contains("trùng với dòng 3", preview.Text, StringComparison.Ordinal);
        Assert.Contains("Năm sinh: Năm sinh phải từ", preview.Text, StringComparison.Ordinal);
        Assert.Contains("không được đọc: Cỡ áo", preview.Text, StringComparison.Ordinal);
        Assert.Equal(1, (await officer.ClassAsync(id))["seats"].Number("confirmed"));

        Answer unasked = await ConfirmAsync(officer, path, preview, consent: false);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unasked.Status);
        Assert.Contains("đồng ý", unasked.ErrorAt("o-consent"), StringComparison.Ordinal);
        for (int time = 0; time < 2; time++)
        {
            Answer result = (await ConfirmAsync(officer, path, unasked)).Must(HttpStatusCode.OK);
            Assert.Contains("1 người có chỗ, 1 người vào danh sách chờ, 0 người đã có từ trước, 0 người", result.Text, StringComparison.Ordinal);
            Assert.Equal((2, 1), ((await officer.ClassAsync(id))["seats"].Number("confirmed"), (await officer.ClassAsync(id))["seats"].Number("waitlisted")));
        }

        Answer again = (await UploadAsync(officer, path, file)).Must(HttpStatusCode.OK);
        Assert.Contains("0 dòng đăng ký được", again.Text, StringComparison.Ordinal);
        Assert.Contains("2 người có chỗ", (await officer.GetAsync(path)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_OfTwoHundred_SharesTransactions()
    {
        const int people = 200;
        string id = await app.Administrator.OpenClassAsync(SampleClass.PlanForm(capacity: 150));
        string path = $"/can-bo/lop/{id}/danh-sach";
        Answer preview = (await UploadAsync(app.Administrator, path, Sheet([.. Enumerable.Range(1, people).Select(i => new object[] { $"Vi Văn Số {i}", 1980, "Nam" })]))).Must(HttpStatusCode.OK);
        int before = (await app.Administrator.GetAsync($"/api/classes/{id}/audit")).Json.AsArray().Count;
        long start = Stopwatch.GetTimestamp();
        Answer result = (await ConfirmAsync(app.Administrator, path, preview)).Must(HttpStatusCode.OK);
        TestContext.Current.TestOutputHelper?.WriteLine($"{people} rows: {Stopwatch.GetElapsedTime(start).TotalMilliseconds:0} ms");
        Assert.Contains("150 người có chỗ, 50 người vào danh sách chờ, 0 người đã có", result.Text, StringComparison.Ordinal);
        int commits = (await app.Administrator.GetAsync($"/api/classes/{id}/audit")).Json.AsArray().Count - before;
        Assert.InRange(commits, 1, people / 5);
    }

    [Fact]
    public async Task List_SentBackWithOtherPeople_IsCheckedAgain()
    {
        Api officer = await app.CallerAsync("commune", TestPlan.OtherCommune);
        string id = await app.Administrator.OpenClassAsync();
        string path = $"/can-bo/lop/{id}/danh-sach";
        const string strangers = """[{"line":2,"form":{"fullName":"Vi Văn Lạ","birthYear":1980,"sex":"male","village":"Thôn Xa","unitId":"xa-gia-cat","audience":"other"}},{"line":3,"form":{"fullName":"","birthYear":1}}]""";
        Answer result = (await officer.SendAsync(HttpMethod.Post, path + "/nhap/xac-nhan", Form(("rows", strangers), ("consent", "true"), ("_key", "x")))).Must(HttpStatusCode.OK);
        Assert.Contains("2 người không đăng ký được", result.Text, StringComparison.Ordinal);
        Assert.Equal(0, (await app.Administrator.ClassAsync(id))["seats"].Number("confirmed"));
        foreach (string rows in (string[])["", "{", "[]", "null", "[null]", """[{"line":1,"form":null}]""", """[{"line":1,"form":{"x":1}}]"""])
        {
            Answer refused = await officer.SendAsync(HttpMethod.Post, path + "/nhap/xac-nhan", Form(("rows", rows), ("consent", "true"), ("_key", "y")));
            Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        }
    }

    [Fact]
    public async Task File_ThatIsNoList_IsRefusedAtItsField()
    {
        string id = await app.Administrator.OpenClassAsync();
        string path = $"/can-bo/lop/{id}/danh-sach";
        Assert.Contains("Không đọc được tệp", (await UploadAsync(app.Administrator, path, "MZ không phải"u8.ToArray())).ErrorAt("o-file"), StringComparison.Ordinal);
        Assert.Contains("Không đọc được tệp", (await UploadAsync(app.Administrator, path, [.. "PK\u0003\u0004"u8, 1, 2, 3])).ErrorAt("o-file"), StringComparison.Ordinal);
        Assert.Equal("Hãy điền mục này.", (await app.Administrator.SubmitAsync(path + "/nhap")).ErrorAt("o-file"));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await UploadAsync(app.Administrator, path, new byte[2 * 1024 * 1024 + 1])).Status);
        Answer template = (await app.Administrator.GetAsync(path + "/nhap/mau.xlsx")).Must(HttpStatusCode.OK);
        Assert.Contains("1 dòng đăng ký được", (await UploadAsync(app.Administrator, path, template.Body)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await UploadAsync(await app.CallerAsync("leadUnit", "hoi-nong-dan"), path, template.Body)).Status);
    }

    internal static byte[] Sheet(params object[][] people) => TableFile.Write("Danh sách", Columns, people.Select((p, i) =>
        (IReadOnlyList<object?>)[i + 1, .. p, "Thôn Nà Pài", "Xã Gia Cát", "Hộ dân tiêu biểu", "M"]));

    internal static Task<Answer> UploadAsync(Api officer, string path, byte[] file) =>
        officer.SendAsync(HttpMethod.Post, path + "/nhap", new MultipartFormDataContent { { new ByteArrayContent(file), "file", "danh-sach.xlsx" } });

    internal static Task<Answer> ConfirmAsync(Api officer, string path, Answer preview, bool consent = true) => officer.SendAsync(
        HttpMethod.Post, path + "/nhap/xac-nhan",
        Form([("rows", preview.ValueOf("rows")), ("_key", preview.ValueOf("_key")), .. consent ? [("consent", "true")] : Array.Empty<(string, string)>()]));

    private static MultipartFormDataContent Form(params (string Name, string Value)[] fields)
    {
        MultipartFormDataContent form = [];
        foreach ((string name, string value) in fields) form.Add(new StringContent(value), name);
        return form;
    }
}
