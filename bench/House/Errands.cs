using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using NtmServerless.Testing;

namespace NtmServerless.Bench.House;

/// <summary>What people do with the app, one request at a time, and what it entered for each.</summary>
internal sealed class Errands(AppProcess app, Footpath path) : IDisposable
{
    private const string Plan = "caoloc-2024";
    private const string Unit = "xa-gia-cat";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = TimeSpan.FromMinutes(3) };

    private Api Administrator => new(_http, app.Address, app.FirstKey);

    /// <summary>Every walk, each as often as there are rounds.</summary>
    public async Task<IReadOnlyList<Walk[]>> GoAsync(int rounds)
    {
        using SignedIn visitor = SignedIn.Nobody(app.Address);
        using SignedIn officer = await SignedIn.MakeAsync(Administrator, "commune", Unit);
        using SignedIn office = await SignedIn.MakeAsync(Administrator, "cultureOffice", "phong-van-hoa-thong-tin");
        using SignedIn lead = await SignedIn.MakeAsync(Administrator, "administrator", "van-phong-dieu-phoi");
        using SignedIn committee = await SignedIn.MakeAsync(Administrator, "committee", "ban-chi-dao");
        string[] classes = await InTurnAsync(rounds, OpenClassAsync);

        List<Walk[]> walks = [];
        walks.Add(await InTurnAsync(rounds, i => RegisterAsync(visitor, classes[i], i)));
        walks.Add(await InTurnAsync(rounds, i => RegisterByApiAsync(classes[i], rounds + i)));
        await AdvanceAsync("2024-03-07T07:00:00+07:00");
        foreach (string id in classes) await ReachesAsync(id, "reporting");
        walks.Add(await InTurnAsync(rounds, i => MarkAsync(officer, classes[i])));
        walks.Add(await InTurnAsync(rounds, i => UploadAsync(officer, classes[i], i)));
        walks.Add(await InTurnAsync(rounds, i => ReportAsync(officer, lead, classes[i])));
        walks.Add(await InTurnAsync(rounds, i => ReportOfPeriodAsync(office, committee, new DateOnly(2024, 1, 3).AddDays(7 * i))));
        return walks;
    }

    public void Dispose() => _http.Dispose();

    private async Task<Walk> RegisterAsync(SignedIn visitor, string id, int number)
    {
        JsonObject person = Person(number);
        (string, string)[] typed = [.. person.Select(f => (f.Key, f.Value!.ToString()))];
        Answer sent = null!;
        return new Walk("registration by page",
        [
            await StepAsync("form", async () => sent = await visitor.SendFormAsync($"/lop/{id}/dang-ky", typed), HttpStatusCode.SeeOther),
            await StepAsync("receipt", () => visitor.GetAsync(sent.Headers.Location!.OriginalString)),
        ]);
    }

    private async Task<Walk> RegisterByApiAsync(string id, int number)
    {
        string address = $"/api/public/classes/{id}/registrations";
        return new Walk("registration by API",
            [await StepAsync("request", () => Administrator.As(null).PostAsync(address, Person(number)), HttpStatusCode.Created)]);
    }

    private async Task<Walk> MarkAsync(SignedIn officer, string id)
    {
        (string, string)[] marks = [.. (await CodesAsync(id)).Select(code => ($"marks.{code}", "present"))];
        string page = $"/can-bo/lop/{id}/diem-danh/1";
        return new Walk("attendance mark",
        [
            await FormAsync("marks", officer, page, marks),
            await StepAsync("page", () => officer.GetAsync(page)),
        ]);
    }

    private async Task<Walk> UploadAsync(SignedIn officer, string id, int number)
    {
        string page = $"/can-bo/lop/{id}/minh-chung";
        string pdf = $"%PDF-1.4\n% {number}\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";
        using MultipartFormDataContent form = new()
        {
            { new StringContent(await officer.TokenAsync()), SignedIn.TokenField },
            { new StringContent("signedSheet"), "kind" },
            { new ByteArrayContent(Encoding.ASCII.GetBytes(pdf)), "file", "ky.pdf" },
        };
        return new Walk("evidence upload",
        [
            await StepAsync("upload", () => officer.SendAsync(HttpMethod.Post, page, form), HttpStatusCode.SeeOther),
            await StepAsync("page", () => officer.GetAsync(page)),
        ]);
    }

    private async Task<Walk> ReportAsync(SignedIn officer, SignedIn lead, string id)
    {
        string page = $"/can-bo/lop/{id}/bao-cao";
        return new Walk("class report",
        [
            await FormAsync("file", officer, page,
                ("results", "Lớp tốt."), ("contents", "- Chuyên đề 1"), ("spent[0].sourceId", "kinh-phi-su-nghiep"), ("spent[0].amount", "1.500.000"),
                ("differenceNote", "Một người quên ký.")),
            await FormAsync("approve", lead, page + "/duyet"),
            await StepAsync("page", () => officer.GetAsync(page)),
        ]);
    }

    private async Task<Walk> ReportOfPeriodAsync(SignedIn office, SignedIn committee, DateOnly from)
    {
        string first = from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), last = from.AddDays(6).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        (await committee.SendFormAsync("/can-bo/bao-cao/yeu-cau", [await TokenAsync(committee), ("from", first), ("to", last)])).Must(HttpStatusCode.SeeOther);
        string id = $"span-{from:yyyyMMdd}-{from.AddDays(6):yyyyMMdd}";
        string page = $"/can-bo/bao-cao/{id}";
        await ReportReachesAsync(id, report => report["stage"]!.GetValue<string>() == "asked");
        Walk walk = new("periodic report",
        [
            await FormAsync("compile", office, page + "/tong-hop"),
            await FormAsync("submit", office, page + "/trinh", ("difficulties", "Mưa nhiều.")),
            await StepAsync("approve and issue", async () =>
            {
                Answer approved = await committee.SendFormAsync(page + "/duyet", [await TokenAsync(committee)]);
                await path.RestAsync();
                return approved;
            }, HttpStatusCode.SeeOther),
            await StepAsync("page", () => committee.GetAsync(page)),
        ]);
        await ReportReachesAsync(id, report => report["issuedAt"] is not null);
        return walk;
    }

    private async Task<(string, IReadOnlySet<int>)> FormAsync(string name, SignedIn who, string target, params (string, string)[] fields)
    {
        (string, string) token = await TokenAsync(who);
        return await StepAsync(name, () => who.SendFormAsync(target, [token, .. fields]), HttpStatusCode.SeeOther);
    }

    private async Task<(string, IReadOnlySet<int>)> StepAsync(string name, Func<Task<Answer>> ask, HttpStatusCode expected = HttpStatusCode.OK)
    {
        await path.ClearAsync();
        (await ask()).Must(expected);
        return (name, path.Entered());
    }

    private static async Task<(string, string)> TokenAsync(SignedIn who) => (SignedIn.TokenField, await who.TokenAsync());

    private static async Task<T[]> InTurnAsync<T>(int rounds, Func<int, Task<T>> go)
    {
        T[] results = new T[rounds];
        for (int i = 0; i < rounds; i++) results[i] = await go(i);
        return results;
    }

    private async Task<string> OpenClassAsync(int number)
    {
        object form = new { streamId = "xa-tu-to-chuc", leadUnitId = Unit, hostUnitId = Unit, capacity = 50, minimum = 1, title = $"Lớp đo {number}" };
        string id = (await Administrator.PostAsync($"/api/plans/{Plan}/classes", form)).Must(HttpStatusCode.Created).Json["id"]!.GetValue<string>();
        object announcement = new
        {
            venue = "Nhà văn hóa",
            reason = "Mọi lớp đo học cùng một nơi.",
            registrationClosesAt = "2024-03-03T17:00:00+07:00",
            sessions = new[] { new { date = "2024-03-05", from = "07:30:00", to = "11:00:00" } },
        };
        (await Administrator.PostAsync($"/api/classes/{id}/announce", announcement)).Must(HttpStatusCode.OK);
        await ReachesAsync(id, "registering");
        return id;
    }

    private static JsonObject Person(int number) => new()
    {
        ["fullName"] = $"Hoàng Văn Đo {number}",
        ["birthYear"] = 1960 + number,
        ["sex"] = "male",
        ["village"] = "Thôn Nà Pài",
        ["unitId"] = Unit,
        ["audience"] = "exemplaryHousehold",
        ["consent"] = true,
    };

    private async Task<IReadOnlyList<string>> CodesAsync(string id)
    {
        JsonNode roster = (await Administrator.GetAsync($"/api/classes/{id}/registrations")).Must(HttpStatusCode.OK).Json;
        return [.. roster["lines"]!.AsArray().Select(line => line!["code"]!.GetValue<string>())];
    }

    private Task ReachesAsync(string id, string stage) => Eventually.TrueAsync(
        async () => (await Administrator.GetAsync($"/api/classes/{id}")).Json["stage"]!.GetValue<string>() == stage, Limit, $"class {id} is {stage}");

    private Task ReportReachesAsync(string id, Func<JsonNode, bool> isThere) => Eventually.TrueAsync(async () =>
    {
        Answer report = await Administrator.GetAsync($"/api/plans/{Plan}/reports/{id}");
        return report.Status == HttpStatusCode.OK && isThere(report.Json);
    }, Limit, $"report {id} goes on");

    private async Task AdvanceAsync(string until)
    {
        using StringContent body = Api.JsonBody($$"""{"until":"{{until}}"}""");
        (await Administrator.SendAsync(HttpMethod.Post, "/admin/host/clock", body, ("x-functions-key", app.HostKey))).Must(HttpStatusCode.OK);
    }
}
