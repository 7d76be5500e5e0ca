using System.Text.Json.Nodes;

namespace NtmServerless.Functions.Tests.Support;

/// <summary>The sample plan with what it leaves to the office: a priority commune and an outside form.</summary>
internal static class TestPlan
{
    public const string Id = "caoloc-2024";
    public const string FormId = "bieu-mau-google";
    public const string OtherFormId = "bieu-mau-microsoft";
    public const string FormSecret = "bi-mat-chi-de-kiem-thu";

    /// <summary>The stream without a number of classes, for any audience: every test makes its own class in it.</summary>
    public const string OpenStream = "xa-tu-to-chuc";
    public const string Commune = "xa-gia-cat";
    public const string OtherCommune = "xa-binh-trung";
    public const string PriorityCommune = "xa-mau-son";
    public const string Office = "van-phong-dieu-phoi";

    private static int _tours;

    public static JsonObject Json()
    {
        JsonObject plan = JsonNode.Parse(File.ReadAllText(Path.Combine(AzuriteServer.RepositoryRoot(), "plans", "caoloc-2024.json")))!.AsObject();
        plan["priorityGroups"]![1]!["unitIds"] = new JsonArray(PriorityCommune);
        for (int i = 1; i <= 30; i++)
        {
            JsonNode more = plan["studyTours"]![0]!.DeepClone();
            more["id"] = $"tham-quan-{i}";
            plan["studyTours"]!.AsArray().Add(more);
        }

        plan["forms"] = new JsonArray(Form(FormId), Form(OtherFormId));
        return plan;
    }

    /// <summary>A tour of the plan that nobody else makes.</summary>
    public static string NextTour() => $"tham-quan-{Interlocked.Increment(ref _tours)}";

    public static string WriteTo(string folder)
    {
        string path = Path.Combine(folder, "plan.json");
        File.WriteAllText(path, Json().ToJsonString());
        return path;
    }

    private static JsonObject Form(string id) => new()
    {
        ["id"] = id,
        ["title"] = "Phiếu đăng ký trên mạng",
        ["classId"] = null,
        ["streamId"] = null,
        ["fields"] = new JsonArray(
            Field("ma_lop", "classId"), Field("ma_gui", "submissionId"), Field("ho_ten", "fullName"), Field("nam_sinh", "birthYear"),
            Field("thon", "village"), Field("xa", "commune"),
            Field("gioi_tinh", "sex", ("Nam", "male"), ("Nữ", "female")),
            Field("thanh_phan", "audience", ("Hộ dân tiêu biểu", "exemplaryHousehold"), ("Hợp tác xã", "cooperative"))),
    };

    private static JsonObject Field(string from, string to, params (string From, string To)[] values) => new()
    {
        ["from"] = from,
        ["to"] = to,
        ["values"] = new JsonArray([.. values.Select(v => (JsonNode)new JsonObject { ["from"] = v.From, ["to"] = v.To })]),
    };
}
