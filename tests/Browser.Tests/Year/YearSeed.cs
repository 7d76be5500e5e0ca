using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;

namespace NtmServerless.Browser.Tests.Year;

/// <summary>A plan's year with something in every state, made through the API as programs would.</summary>
internal sealed partial class YearSeed(Api office, string hostKey)
{
    public const string Start = "2024-05-06T07:00:00+07:00";

    /// <summary>Where the clock stands when the tests begin: the morning of a class.</summary>
    public const string Now = "2024-05-10T08:00:00+07:00";

    /// <summary>A commune, a class and people with names as long as they get: no page may cut them or become wider.</summary>
    private const string Remote = "xa-thanh-loa";
    private const string LongPlace = "Thanh Lòa sáp nhập cùng các thôn Bản Rọi, Còn Coóc, Nà Làng, Pò Riềng và Khuổi Nghiền";
    private const string LongTitle =
        "Kỹ thuật trồng, chăm sóc, thu hái, sơ chế và bảo quản hồi hữu cơ gắn với truy xuất nguồn gốc sản phẩm OCOP của xã";
    private const string LongName = "Hoàng Nguyễn Thị Phương Quỳnh Thương Nghiêm Khuổi Nghiền Trường Giang Hồng Nhung";

    private static readonly string[] Names =
        ["Hoàng Thị Hường", "Lý Văn Páo", "Nông Văn Thắng", "Vi Thị Lan", "Triệu Mùi Nái", "Lương Văn Bảo", "Đặng A Tình", "Hứa Thị Xuân"];

    private const string PlanPath = "/api/plans/caoloc-2024";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly SeededYear _year = new();

    /// <summary>The sample plan with more than one tour, so that each of their states can be seen, and with whom to call.</summary>
    public static string WritePlan(string folder)
    {
        JsonNode plan = JsonNode.Parse(File.ReadAllText(Path.Combine(AzuriteServer.RepositoryRoot(), "plans", "caoloc-2024.json")))!;
        foreach (string id in (string[])["tham-quan-2", "tham-quan-3"])
        {
            JsonNode more = plan["studyTours"]![0]!.DeepClone();
            more["id"] = id;
            plan["studyTours"]!.AsArray().Add(more);
        }

        // Classes of every state are led by one union.
        plan["streams"]!.AsArray().Single(s => Text(s!, "id") == "xa-tu-to-chuc")!["lead"]!["unitIds"]!.AsArray().Add("hoi-nong-dan");
        JsonNode remote = plan["units"]!.AsArray().Single(u => Text(u!, "id") == Remote)!;
        remote["name"] = "Ủy ban nhân dân xã " + LongPlace;
        remote["shortName"] = "Xã " + LongPlace;
        plan["office"] = new JsonObject { ["name"] = "Huyện Cao Lộc", ["line"] = "UBND huyện Cao Lộc, tỉnh Lạng Sơn", ["telephone"] = "0205 3861 234" };
        string path = Path.Combine(folder, "plan.json");
        File.WriteAllText(path, plan.ToJsonString());
        return path;
    }

    private readonly Dictionary<string, string[]> _codes = [];

    public async Task<SeededYear> MakeAsync()
    {
        await OkAsync(PlanPath + "/units/van-phong-dieu-phoi/contacts", new { emails = "vpdp@example.vn", phones = "" });
        FormUrlEncodedContent language = new([new("name", "Tiếng Nùng"), new("tag", "nut")]);
        (await office.PostAsync("/can-bo/ngon-ngu", language)).Must(HttpStatusCode.SeeOther);
        await AnnounceEverythingAsync();
        await CommunicateAsync();
        await DeclareAsync();
        await PlanToursAsync();
        await AdvanceAsync("2024-05-09T08:00:00+07:00");
        await ReachesAsync("unconfirmed", "reporting");
        foreach (string over in (string[])["reporting", "submitted", "returned", "closed", "filing-Phone", "filing-Desktop"]) await HeldAsync(over);
        await ReportClassesAsync();
        await ReportPeriodsAsync();
        await WriteDocumentsAsync();
        await AdvanceAsync(Now);
        foreach (string held in (string[])["holding", "taking-Phone", "taking-Desktop", "taking-everybody", "taking-counted"])
            await ReachesAsync(held, "holding");
        _year["workflow"] = _year["holding"];
        await MarkAsync("holding", "present", "absent", "excused");
        await ReceiptAsync("receipt", "registering", 0);
        await ReceiptAsync("waiting-receipt", "registering", 4);
        foreach (string name in (string[])["holding", "closed", "postponed", "cancelled"]) await ReceiptAsync($"{name}-receipt", name, 0);
        return _year;
    }

    // As somebody finds it again who has only the code left.
    private async Task ReceiptAsync(string name, string of, int number)
    {
        FormUrlEncodedContent proof = new([new("code", _codes[of][number]), new("birthYear", $"{1960 + number}")]);
        string found = (await office.As(null).PostAsync("/tra-cuu", proof)).Must(HttpStatusCode.SeeOther).Headers.Location!.OriginalString;
        _year[name] = found[(found.LastIndexOf('/') + 1)..];
    }

    private async Task AnnounceEverythingAsync()
    {
        FormUrlEncodedContent dealing = new(
        [
            new("streamId", "hoi-vien-doan-vien"), new("version", "0"), new("_key", "chia-lop"),
            new("units[0].unitId", "hoi-nong-dan"), new("units[0].classes", "2"), new("units[1].unitId", "hoi-phu-nu"), new("units[1].classes", "3"),
        ]);
        (await office.PostAsync("/can-bo/chia-lop", dealing)).Must(HttpStatusCode.SeeOther);
        await PlannedAsync("planned");
        foreach (string name in (string[])["reporting", "submitted", "returned", "closed", "filing-Phone", "filing-Desktop", "unconfirmed"])
            await OpenAsync(name, closes: "2024-05-07", day: "2024-05-08", people: 6);
        foreach (string name in (string[])["holding", "taking-Phone", "taking-Desktop", "taking-everybody", "taking-counted"])
            await OpenAsync(name, closes: "2024-05-09", day: "2024-05-10", people: 8);
        await OpenAsync("confirmed", closes: "2024-05-09", day: "2024-05-20", people: 4);
        await OpenAsync("few", closes: "2024-05-09", day: "2024-05-20", people: 2, minimum: 20, remote: true);
        await OpenAsync("registering", closes: "2024-06-10", day: "2024-06-15", people: 5, capacity: 3);
        await OpenAsync("open", closes: "2024-06-10", day: "2024-06-16", people: 0);
        await OpenAsync("announced", closes: "2024-06-10", day: "2024-06-17", people: 0, opens: "2024-05-30T07:00:00+07:00");
        await OpenAsync("postponed", closes: "2024-06-10", day: "2024-06-18", people: 2);
        await OkAsync($"/api/classes/{_year["postponed"]}/postpone", new { reason = "Mưa lũ, đường vào xã bị chia cắt." });
        await OpenAsync("cancelled", closes: "2024-06-10", day: "2024-06-19", people: 1);
        await OkAsync($"/api/classes/{_year["cancelled"]}/cancel", new { reason = "Ghép vào lớp ở xã Hợp Thành." });
        foreach (string size in (string[])["Phone", "Desktop"]) await PlannedAsync("announcing-" + size);
    }

    // A class that a commune held on its own: one that waits, one that was returned, one that counts.
    private async Task DeclareAsync()
    {
        string path = PlanPath + "/declared-classes";
        foreach (string name in (string[])["declared", "returned-declared", "accepted-declared"])
            _year[name] = Text(await CreatedAsync(path, new
            {
                unitId = "xa-gia-cat",
                title = name == "declared" ? LongTitle : "Tập huấn cải tạo vườn tạp",
                place = "Nhà văn hóa thôn Nà Pài",
                firstDay = "2024-04-20",
                lastDay = "2024-04-21",
                attended = 35,
                women = 15,
                audiences = new[] { new { audience = "exemplaryHousehold", count = 35 } },
                ethnicGroups = new[] { new { name = "Nùng", count = 20 }, new { name = "Tày", count = 15 } },
                spent = new[] { new { sourceId = "kinh-phi-don-vi", amount = 2_500_000 } },
                isOther = true,
            }), "id");
        await OkAsync($"{path}/{_year["returned-declared"]}/return", new { reason = "Thiếu bản quét danh sách ký." });
        await OkAsync($"{path}/{_year["accepted-declared"]}/accept", new { });
    }

    private async Task PlannedAsync(string name, int capacity = 50, int minimum = 1, bool remote = false) =>
        _year[name] = Text(await CreatedAsync(PlanPath + "/classes", new
        {
            streamId = "xa-tu-to-chuc",
            leadUnitId = "hoi-nong-dan",
            hostUnitId = remote ? Remote : "xa-gia-cat",
            title = remote ? LongTitle : "Trồng và chăm sóc hồi hữu cơ",
            capacity,
            minimum,
        }), "id");

    private async Task OpenAsync(string name, string closes, string day, int people, int capacity = 50, int minimum = 1, string? opens = null,
        bool remote = false)
    {
        await PlannedAsync(name, capacity, minimum, remote);
        string id = _year[name];
        await OkAsync($"/api/classes/{id}/announce", new
        {
            number = "12/TB-HND",
            venue = remote ? "Nhà văn hóa thôn " + LongPlace : "Nhà văn hóa xã Gia Cát",
            reason = "Hội trường chỉ trống vào ngày này.",
            registrationOpensAt = opens,
            registrationClosesAt = closes + "T17:00:00+07:00",
            sessions = new[] { new { date = day, from = "07:30:00", to = "11:00:00" }, new { date = day, from = "13:30:00", to = "17:00:00" } },
        });
        if (opens is not null) return;
        await ReachesAsync(name, "registering");
        _codes[name] = new string[people];
        for (int i = 0; i < people; i++)
            _codes[name][i] = Text(await CreatedAsync($"/api/public/classes/{id}/registrations", Person(i, remote)), "code");
        if (people > 0) _year["code-" + name] = _codes[name][0];
    }

    /// <summary>A person who may register; a different one for each number.</summary>
    public static object Person(int number, bool remote = false) => new
    {
        fullName = remote ? LongName : Names[number % Names.Length],
        birthYear = 1960 + number,
        sex = number % 2 == 0 ? "female" : "male",
        ethnicGroup = number % 3 == 0 ? "Nùng" : null,
        phone = number % 2 == 0 ? $"09123456{number:00}" : null,
        village = remote ? "Thôn " + LongPlace : "Thôn Nà Pài",
        unitId = remote ? Remote : "xa-gia-cat",
        audience = "exemplaryHousehold",
        consent = true,
    };

    private async Task<JsonNode> CreatedAsync(string path, object? body) => (await office.PostAsync(path, body)).Must(HttpStatusCode.Created).Json;

    private async Task OkAsync(string path, object? body = null) => (await office.PostAsync(path, body)).Must(HttpStatusCode.OK);

    private static string Text(JsonNode node, string name) => node[name]!.GetValue<string>();

    private async Task ReachesAsync(string name, string stage) => await Eventually.TrueAsync(
        async () => Text((await office.GetAsync($"/api/classes/{_year[name]}")).Must(HttpStatusCode.OK).Json, "stage") == stage, Limit, $"class {name} is {stage}");

    private async Task AdvanceAsync(string until)
    {
        DateTimeOffset moment = DateTimeOffset.Parse(until, CultureInfo.InvariantCulture);
        Answer answer = await office.SendAsync(HttpMethod.Post, "/admin/host/clock", Api.JsonBody($"{{\"until\":\"{moment:O}\"}}"), ("x-functions-key", hostKey));
        answer.Must(HttpStatusCode.OK);
    }
}
