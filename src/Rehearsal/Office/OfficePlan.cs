using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using NtmServerless.Domain.Plans;
using NtmServerless.Domain.Plans.Import;
using NtmServerless.Rehearsal.Cast;
using NtmServerless.Rehearsal.Host;

namespace NtmServerless.Rehearsal.Office;

/// <summary>
/// The sample plan with what an office sets before its year begins: the lead unit of stream 2, hosts, priority groups and
/// their seats, targets for media work, an outside form. What the rehearsal sets here is made up; the seed leaves it open.
/// </summary>
internal static class OfficePlan
{
    public const string Models = "khu-dan-cu-kieu-mau";
    public const string Standards = "xa-nong-thon-moi";
    public const string Members = "hoi-vien-doan-vien";
    public const string Office = "van-phong-dieu-phoi";
    public const string Culture = "phong-van-hoa-thong-tin";
    public const string Media = "trung-tam-van-hoa-the-thao-truyen-thong";
    public const string Committee = "ban-chi-dao";
    public const string FormId = "bieumau";

    /// <summary>Seats kept for priority groups in streams 1 and 2, until the release.</summary>
    public const int PrioritySeats = 10;

    public const int Minimum = 30;

    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Communes at which models are shown (stream 1).</summary>
    public static readonly string[] ModelHosts =
    [
        "xa-gia-cat", "xa-tan-lien", "xa-hop-thanh", "xa-yen-trach", "xa-thuy-hung",
        "xa-hoa-cu", "xa-hong-phong", "xa-binh-trung", "xa-bao-lam", "xa-tan-thanh",
    ];

    /// <summary>Communes that strive for the standard in 2024-2025 (stream 2); they are a priority group too.</summary>
    public static readonly string[] StandardHosts = ["xa-phu-xa", "xa-hai-yen"];

    /// <summary>Writes the plan file of the rehearsed office and reads it back as the app will.</summary>
    /// <exception cref="RehearsalException">The plan has errors.</exception>
    public static Plan Write(string sample, string target)
    {
        JsonObject plan = JsonNode.Parse(File.ReadAllText(sample))!.AsObject();
        foreach (JsonObject stream in plan["streams"]!.AsArray().Select(s => s!.AsObject())) Settle(stream);
        JsonArray groups = plan["priorityGroups"]!.AsArray();
        groups[0]!["villages"] = new JsonArray([.. ModelHosts.Select(u => (JsonNode)new JsonObject { ["unitId"] = u, ["name"] = Villages.Of(u)[0] })]);
        groups[1]!["unitIds"] = Texts(StandardHosts);
        plan["mediaTargets"] = new JsonArray(
            new JsonObject { ["unitId"] = Media, ["channel"] = "newsItem", ["count"] = 48, ["window"] = null },
            new JsonObject { ["unitId"] = Culture, ["channel"] = "website", ["count"] = 24, ["window"] = null });
        plan["forms"] = new JsonArray(Form());
        File.WriteAllText(target, plan.ToJsonString(Written));
        PlanImportResult read = PlanImport.Read(File.ReadAllBytes(target));
        return read.Plan ?? throw new RehearsalException(
            $"Kế hoạch diễn tập có lỗi: {string.Join("; ", read.Errors.Select(e => $"{e.Path} {e.Code}"))}");
    }

    private static void Settle(JsonObject stream)
    {
        switch (stream["id"]!.GetValue<string>())
        {
            case Models:
                stream["qualifyingUnitIds"] = Texts(ModelHosts);
                stream["prioritySeats"] = PrioritySeats;
                stream["minimumParticipants"] = Minimum;
                break;
            case Standards:
                stream["lead"] = new JsonObject { ["text"] = "Văn phòng Điều phối nông thôn mới huyện", ["unitIds"] = Texts([Office]), ["kinds"] = new JsonArray() };
                stream["qualifyingUnitIds"] = Texts(StandardHosts);
                stream["prioritySeats"] = PrioritySeats;
                stream["minimumParticipants"] = Minimum;
                break;
            case Members:
                stream["minimumParticipants"] = Minimum;
                break;
        }
    }

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(t => (JsonNode)JsonValue.Create(t)!)]);

    // The questions of a Google Form as its script sends them, grouped and in Vietnamese.
    private static JsonObject Form()
    {
        JsonObject Field(string from, string to, params (string From, string To)[] values) => new()
        {
            ["from"] = from,
            ["to"] = to,
            ["values"] = new JsonArray([.. values.Select(v => (JsonNode)new JsonObject { ["from"] = v.From, ["to"] = v.To })]),
        };
        return new JsonObject
        {
            ["id"] = FormId,
            ["title"] = "Biểu mẫu đăng ký của các tổ chức chính trị - xã hội",
            ["classId"] = null,
            ["streamId"] = Members,
            ["fields"] = new JsonArray(
                Field("responseId", "submissionId"),
                Field("answers.lop", "classId"),
                Field("answers.ho_ten", "fullName"),
                Field("answers.nam_sinh", "birthYear"),
                Field("answers.gioi_tinh", "sex", ("Nam", "male"), ("Nữ", "female")),
                Field("answers.dien_thoai", "phone"),
                Field("answers.thon", "village"),
                Field("answers.xa", "commune"),
                Field("answers.thanh_phan", "audience", ("Hội viên, đoàn viên", "unionMember"), ("Hộ dân tiêu biểu", "exemplaryHousehold"))),
        };
    }
}
