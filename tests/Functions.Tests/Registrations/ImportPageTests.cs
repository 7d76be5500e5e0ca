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
            Assert.Contains("1 người có chỗ, 1 người vào danh sách chờ, 1 người đã có từ trước, 0 người", result.Text, StringComparison.Ordinal);
            Assert.Contains("Không đăng ký lần này", result.Text, StringComparison.Ordinal);
            Assert.Contains("Dòng 5: Vi Văn Một. trùng với dòng 3", result.Text, StringComparison.Ordinal);
            Assert.Equal((2, 1), ((await officer.ClassAsync(id))["seats"].Number("confirmed"), (await officer.ClassAsync(id))["seats"].Number("waitlisted")));
        }

        Answer again = (await UploadAsync(officer, path, file)).Must(HttpStatusCode.OK);
        Assert.Contains("0 dòng đăng ký được", again.Text, StringComparison.Ordinal);
        Assert.Contains("2 người có chỗ", (await officer.GetAsync(path)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_WhoseNamesDifferInTones_AreAskedAbout_AndTakenWhereTheyAreTwo()
    {
        Api officer = await app.CallerAsync("commune", TestPlan.Commune);
        string id = await officer.OpenClassAsync();
        string path = $"/can-bo/lop/{id}/danh-sach";
        byte[] file = Sheet(["Hoàng Văn Toàn", 1980, "Nam"], ["Hoàng Văn Toán", 1980, "Nam"], ["HOANG VAN TOAN", 1980, "Nam"]);
        Answer preview = (await UploadAsync(officer, path, file)).Must(HttpStatusCode.OK);
        Assert.Contains("1 dòng đăng ký được", preview.Text, StringComparison.Ordinal);
        Assert.Contains("Hoàng Văn Toán là người khác, không phải Hoàng Văn Toàn", preview.Text, StringComparison.Ordinal);
        Answer result = (await MendAsync(officer, path, preview, ("act", "take"), ("consent", "true"), ("line-another-2", "true"))).Must(HttpStatusCode.OK);
        Assert.Contains("2 người có chỗ", result.Text, StringComparison.Ordinal);
        Assert.Equal([false, true], (await officer.RosterAsync(id))["lines"]!.AsArray().Select(l => (bool)l!["namesake"]!));
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
        const string strangers = """
            {"rows":[{"sheet":"","line":2,"said":{},
            "form":{"fullName":"Vi Văn Lạ","birthYear":1980,"sex":"male","village":"Thôn Xa","unitId":"xa-gia-cat","audience":"other"}},
            {"sheet":"","line":3,"form":{"fullName":"","birthYear":1},"said":{}}],"left":[],"unknown":[]}
            """;
        Answer result = await officer.SendAsync(HttpMethod.Post, path + "/nhap/xac-nhan", Form(("rows", strangers), ("consent", "true"), ("_key", "x")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, result.Status);
        Assert.Contains("2 dòng còn lỗi", result.Text, StringComparison.Ordinal);
        Assert.Equal(0, (await app.Administrator.ClassAsync(id))["seats"].Number("confirmed"));
        foreach (string rows in (string[])[
            "", "{", "{}", "[]", "null", """{"rows":[],"left":[],"unknown":[]}""", """{"rows":[null],"left":[],"unknown":[]}""",
            """{"rows":[{"sheet":"","line":1,"form":null,"said":{}}],"left":[],"unknown":[]}""",
            """{"rows":[{"sheet":"","line":1,"form":{"x":1},"said":{}}],"left":[],"unknown":[]}""",
            """{"rows":[{"sheet":"","line":1,"form":{},"said":{"sex":null}}],"left":[],"unknown":[]}"""])
        {
            Answer refused = await officer.SendAsync(HttpMethod.Post, path + "/nhap/xac-nhan", Form(("rows", rows), ("consent", "true"), ("_key", "y")));
            Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        }
    }

    [Fact]
    public async Task List_WithWrongCells_IsMendedInThePage_WithoutTheFileAgain()
    {
        Api officer = await app.CallerAsync("commune", TestPlan.Commune);
        string id = await officer.OpenClassAsync(SampleClass.PlanForm(capacity: 10));
        string path = $"/can-bo/lop/{id}/danh-sach";
        const string list = """
            DANH SÁCH;;;;;
            Họ và tên;Năm sinh;Giới tính;Thôn;Xã;Chức vụ;SĐT
            Bà Vi Thị Sửa;không rõ;;Nà Pài;Gia Cát;Công an viên;không có
            Vi Văn Hai;75;Nam;Nà Pài;Gia Cát;Công an viên;09I2345678
            Cộng: 2 người;;;;;
            """;
        Answer preview = (await UploadAsync(officer, path, System.Text.Encoding.UTF8.GetBytes(list))).Must(HttpStatusCode.OK);
        Assert.Contains("0 dòng đăng ký được", preview.Text, StringComparison.Ordinal);
        Assert.Contains("3 dòng trong tệp không phải người", preview.Text, StringComparison.Ordinal);
        Assert.Contains("“Công an viên” là thành phần nào? (2 dòng)", preview.Text, StringComparison.Ordinal);
        Assert.Contains("Không nhận ra năm sinh", preview.ErrorAt("o-line-1-birthYear"), StringComparison.Ordinal);
        Assert.Contains("Thành phần “Công an viên”: Chưa biết", preview.Text, StringComparison.Ordinal);
        Assert.Contains("Trong tệp ghi “không rõ”.", preview.Text, StringComparison.Ordinal);

        Answer chosen = (await MendAsync(officer, path, preview,
            ("word-audience-0", "exemplaryHousehold"), ("line-1-birthYear", "không biết"))).Must(HttpStatusCode.OK);
        Assert.Contains("1 dòng đăng ký được", chosen.Text, StringComparison.Ordinal);
        Assert.Contains("Trong tệp ghi “75”. Suy ra", chosen.Text, StringComparison.Ordinal);
        Answer stillWrong = await MendAsync(officer, path, chosen, ("act", ""), ("consent", "true"), ("line-1-birthYear", "12"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, stillWrong.Status);
        Assert.Equal(0, (await officer.ClassAsync(id))["seats"].Number("confirmed"));
        Answer result = (await MendAsync(officer, path, stillWrong, ("act", ""), ("consent", "true"), ("line-1-birthYear", "5/3/1980"))).Must(HttpStatusCode.OK);
        Assert.Contains("2 người có chỗ", result.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_WithHiddenLines_LeavesThemOut_UntilTheyAreChosen()
    {
        string id = await app.Administrator.OpenClassAsync(SampleClass.PlanForm(capacity: 10));
        string path = $"/can-bo/lop/{id}/danh-sach";
        byte[] file = await File.ReadAllBytesAsync(
            Path.Combine(AzuriteServer.RepositoryRoot(), "tests", "Spreadsheets.Tests", "Lists", "16-hidden-rows.xlsx"),
            TestContext.Current.CancellationToken);
        Answer preview = (await UploadAsync(app.Administrator, path, file)).Must(HttpStatusCode.OK);
        Assert.Contains("2 dòng đăng ký được", preview.Text, StringComparison.Ordinal);
        Assert.Contains("1 dòng đang ẩn trong tệp", preview.Text, StringComparison.Ordinal);
        Answer result = (await ConfirmAsync(app.Administrator, path, preview)).Must(HttpStatusCode.OK);
        Assert.Contains("2 người có chỗ", result.Text, StringComparison.Ordinal);
        Assert.Contains("Dòng 3: Lý Thị Ẩn. đang ẩn trong tệp", result.Text, StringComparison.Ordinal);
        Answer rest = (await MendAsync(app.Administrator, path, result, ("hidden", "true"))).Must(HttpStatusCode.OK);
        Assert.Contains("1 dòng đăng ký được", rest.Text, StringComparison.Ordinal);
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

    private static Task<Answer> MendAsync(Api officer, string path, Answer page, params (string Name, string Value)[] fields) => officer.SendAsync(
        HttpMethod.Post, path + "/nhap/xac-nhan",
        Form([("rows", page.ValueOf("rows")), ("_key", page.ValueOf("_key")), .. fields.Any(f => f.Name == "act") ? [] : new[] { ("act", "check") }, .. fields]));

    private static MultipartFormDataContent Form(params (string Name, string Value)[] fields)
    {
        MultipartFormDataContent form = [];
        foreach ((string name, string value) in fields) form.Add(new StringContent(value), name);
        return form;
    }
}
