using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;

namespace NtmServerless.Functions.Tests.Support;

/// <summary>Makes classes for tests, each its own, and people who register in them.</summary>
internal static class SampleClass
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Vietnam = TimeSpan.FromHours(7);

    /// <summary>Long after every moment that a test moves the clock to.</summary>
    public static readonly DateTimeOffset FarAway = new(2026, 2, 10, 0, 0, 0, Vietnam);

    public static JsonObject PlanForm(int capacity = 50, string lead = TestPlan.Commune) => new()
    {
        ["streamId"] = TestPlan.OpenStream,
        ["leadUnitId"] = lead,
        ["hostUnitId"] = lead,
        ["capacity"] = capacity,
        ["minimum"] = 1,
    };

    /// <summary>An announcement: registration from now until <paramref name="closes"/>, two half-days on <paramref name="day"/>.</summary>
    public static JsonObject Announcement(DateTimeOffset closes, DateTimeOffset day) => new()
    {
        ["venue"] = "Nhà văn hóa xã",
        // Tests take days far from the plan's year, and all of them the same hall.
        ["reason"] = "Ngày của bài thử",
        ["registrationClosesAt"] = closes.ToString("O"),
        ["sessions"] = new JsonArray(Session(day, "07:30", "11:00"), Session(day, "13:30", "17:00")),
    };

    public static JsonObject Session(DateTimeOffset day, string from, string to) => new()
    {
        ["date"] = day.ToOffset(Vietnam).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["from"] = from + ":00",
        ["to"] = to + ":00",
    };

    public static async Task<string> PlannedAsync(this Api officer, JsonObject? form = null) =>
        (await officer.PostAsync($"/api/plans/{TestPlan.Id}/classes", form ?? PlanForm())).Must(HttpStatusCode.Created).Json["id"]!.GetValue<string>();

    /// <summary>A class that takes registrations; by default for as long as no test moves the clock.</summary>
    public static async Task<string> OpenClassAsync(
        this Api officer, JsonObject? form = null, DateTimeOffset? closes = null, DateTimeOffset? day = null)
    {
        string id = await officer.PlannedAsync(form);
        (await officer.PostAsync($"/api/classes/{id}/announce", Announcement(closes ?? FarAway, day ?? FarAway.AddDays(2)))).Must(HttpStatusCode.OK);
        await officer.ReachesAsync(id, "registering");
        return id;
    }

    public static async Task<JsonNode> ClassAsync(this Api officer, string id) => (await officer.GetAsync($"/api/classes/{id}")).Must(HttpStatusCode.OK).Json;

    /// <summary>Waits until the lifecycle has brought the class to a stage.</summary>
    public static Task ReachesAsync(this Api officer, string id, string stage) => Eventually.TrueAsync(
        async () => (await officer.ClassAsync(id))["stage"]!.GetValue<string>() == stage, Limit, $"class {id} is {stage}");

    /// <summary>A person who may register; a different one for each number.</summary>
    public static JsonObject Person(int number, string unitId = TestPlan.Commune) => new()
    {
        ["fullName"] = $"Hoàng Văn Thử {number}",
        ["birthYear"] = 1960 + number % 40,
        ["sex"] = number % 2 == 0 ? "male" : "female",
        ["village"] = "Thôn Nà Pài",
        ["unitId"] = unitId,
        ["audience"] = "exemplaryHousehold",
        ["consent"] = true,
    };

    public static async Task<JsonNode> RegisteredAsync(this Api caller, string id, JsonObject person, string? key = null) =>
        (await caller.PostAsync($"/api/public/classes/{id}/registrations", person, key)).Must(HttpStatusCode.Created).Json;

    public static async Task<JsonNode> RosterAsync(this Api officer, string id) =>
        (await officer.GetAsync($"/api/classes/{id}/registrations")).Must(HttpStatusCode.OK).Json;

    public static string Text(this JsonNode? node, string name) => node![name]!.GetValue<string>();

    public static int Number(this JsonNode? node, string name) => node![name]!.GetValue<int>();
}
