using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Xunit;

namespace NtmServerless.Functions.Tests.Fuzz;

/// <summary>
/// Every route, by nobody and by every role, with fields that are not what they should be, on both kinds of body: every answer is one that
/// was meant. A case is its number and the seed: <c>NTM_FUZZ</c> says how many, <c>NTM_FUZZ_SEED</c> repeats a run.
/// </summary>
public sealed partial class FuzzTests
{
    private const int Together = 4;
    private static readonly int Cases = Setting("NTM_FUZZ", 400);
    private static readonly int Seed = Setting("NTM_FUZZ_SEED", Random.Shared.Next());

    private static readonly (string Role, string UnitId)[] Roles =
    [
        ("leadUnit", "hoi-nong-dan"), ("commune", TestPlan.Commune), ("cultureOffice", "phong-van-hoa-thong-tin"), ("committee", "ban-chi-dao"),
    ];

    private static readonly (string Name, bool IsPage, string Route, string Verb)[] Doors =
    [
        .. from f in AccessRules.HttpFunctions().OrderBy(f => f.Name, StringComparer.Ordinal)
           from verb in f.Trigger.Methods!
           select (f.Name, AccessRules.Pages.Contains(f.Name), "/" + f.Trigger.Route, verb.ToUpperInvariant()),
    ];

    private readonly Dictionary<string, List<string>> _ids = [];
    private readonly Dictionary<string, (string Name, string Value)[]> _forms = [];
    private readonly List<Api> _callers = [];
    private JsonObject _examples = [];

    [Fact]
    public async Task Requests_ThatNobodyMeant_AreAnsweredAsMeant()
    {
        Assert.SkipUnless(AzuriteServer.IsInstalled, "Azurite is not installed.");
        await using RunningApp app = new();
        await app.InitializeAsync();
        await PrepareAsync(app);
        TestContext.Current.TestOutputHelper?.WriteLine($"NTM_FUZZ={Cases} NTM_FUZZ_SEED={Seed}: {Doors.Length} routes, {_forms.Count} forms");
        ConcurrentBag<string> wrong = [];
        ConcurrentDictionary<int, int> statuses = [];
        await Parallel.ForEachAsync(Enumerable.Range(0, Cases), new ParallelOptions { MaxDegreeOfParallelism = Together, CancellationToken = TestContext.Current.CancellationToken }, async (number, _) =>
        {
            if (wrong.Count > 30) return;
            (string what, Answer answer) = await SendAsync(new Random(unchecked(Seed * 31 + number)));
            statuses.AddOrUpdate((int)answer.Status, 1, (_, count) => count + 1);
            if (Wrong(answer) is { } why) wrong.Add($"case {number}: {what}: {(int)answer.Status} {answer.MediaType}: {why}");
        });

        TestContext.Current.TestOutputHelper?.WriteLine(string.Join(", ", statuses.OrderBy(s => s.Key).Select(s => $"{s.Key}: {s.Value}")));
        string said = app.Process.Output;
        Assert.True(wrong.IsEmpty, $"Seed {Seed}\n{string.Join('\n', wrong)}\n{said[Math.Max(0, said.Length - 6_000)..]}");
        Assert.True(statuses.GetValueOrDefault(200) > Cases / 50, "hardly a request got in");
    }

    /// <summary>What is wrong with an answer; null: nothing.</summary>
    private static string? Wrong(Answer answer)
    {
        int status = (int)answer.Status;
        if (status >= 500) return answer.Text[..Math.Min(200, answer.Text.Length)];
        // What no function is asked, the host answers by itself, without a word: no such address, none at all, one too long.
        if (status < 400 || answer.Body.Length == 0 && status is 400 or 404 or 405 or 414) return null;
        string said = answer.Text;
        if (answer.MediaType == "application/problem+json") return Vietnamese().IsMatch(answer.Json["title"]!.GetValue<string>()) ? null : said;
        if (answer.MediaType == "text/html") return said.Contains("lang=\"vi\"", StringComparison.Ordinal) && Vietnamese().IsMatch(said) ? null : said[..Math.Min(200, said.Length)];
        return "neither a problem nor a page";
    }

    private async Task<(string What, Answer Answer)> SendAsync(Random random)
    {
        Api caller = _callers[random.Next(_callers.Count)];
        (string name, bool isPage, string route, string verb) = Doors[random.Next(Doors.Length)];
        string path = Parameter().Replace(route, p => IdOf(random, p.Groups[1].Value));
        List<(string, string)> headers = [];
        foreach (string header in (string[])["Idempotency-Key", "Accept-Language", "X-Forwarded-For", "X-Forwarded-Host", "Host", "If-None-Match", "Accept"])
            if (random.Next(30) == 0) headers.Add((header, string.Concat(OddValues.Text(random).Where(c => c is >= ' ' and <= '~'))));
        HttpContent? content = null;
        if (verb == "GET")
        {
            path += Query(random);
        }
        else if (isPage)
        {
            // A form of that address, else of any.
            string? of = _forms.Keys.Where(f => Matches(route, f)).OrderBy(_ => random.Next()).FirstOrDefault();
            if (of is not null && random.Next(10) > 0) path = of;
            content = FuzzBody.Form(random, _forms[of ?? _forms.Keys.ElementAt(random.Next(_forms.Count))], random.Next(6) == 0);
        }
        else
        {
            JsonNode? example = _examples[name];
            content = random.Next(8) == 0 && example is JsonObject fields
                ? FuzzBody.Form(random, [.. fields.Select(f => (f.Key, f.Value?.ToString() ?? ""))], name.Contains("Evidence", StringComparison.Ordinal) || random.Next(2) == 0)
                : FuzzBody.Json(random, example);
        }

        string body = content is null ? "" : System.Text.Encoding.UTF8.GetString(await content.ReadAsByteArrayAsync());
        Answer answer = await caller.SendAsync(new HttpMethod(verb), path, content, [.. headers]);
        return ($"{verb} {path} [{name}] caller {_callers.IndexOf(caller)} {content?.Headers.NonValidated.FirstOrDefault().Value} {body[..Math.Min(600, body.Length)]}", answer);
    }

    private static string Query(Random random)
    {
        string[] names =
        [
            "tim", "trang", "ke-hoach", "xa", "tinh-trang", "thanh-phan", "giai-doan", "noi-dung", "chu-tri", "quy", "cua-toi", "tu", "den", "ngay", "thang", "nam", "loai",
            "ma", "don-vi", "vai-tro", "lop", "ve", "from", "to", "planId", "unitId", "year", "kind", "buoi", "kenh", "cuoc", "muc", "month", "day",
        ];
        return string.Concat(Enumerable.Range(0, random.Next(4)).Select(i =>
            $"{(i == 0 ? '?' : '&')}{names[random.Next(names.Length)]}={(random.Next(6) == 0 ? "%FF%FE" : Uri.EscapeDataString(OddValues.Text(random)))}"));
    }

    private string IdOf(Random random, string parameter)
    {
        if (parameter == "empty") return "";
        if (random.Next(5) > 0 && _ids.TryGetValue(parameter, out List<string>? known)) return known[random.Next(known.Count)];
        string odd = OddValues.Text(random);
        return Uri.EscapeDataString(odd.Length > 300 ? odd[..300] : odd);
    }

    // The records of every operation's example, a key of every role, and the forms of every page.
    private async Task PrepareAsync(RunningApp app)
    {
        JsonNode document = (await app.Public.GetAsync("/api/openapi.json")).Json;
        Stage stage = await Stage.SetAsync(app);
        foreach ((_, _, JsonNode operation) in DescriptionTests.Operations(document))
        {
            string name = operation.Text("operationId");
            if (operation["requestBody"]?["content"]?.AsObject().First().Value!["example"] is { } example) _examples[name] = example.DeepClone();
            foreach ((string parameter, string value) in await stage.IdsAsync(name))
            {
                List<string> known = _ids.TryGetValue(parameter, out List<string>? there) ? there : _ids[parameter] = [];
                if (!known.Contains(value)) known.Add(value);
            }
        }

        Api[] callers = [app.Public, app.Administrator, .. await Task.WhenAll(Roles.Select(r => app.CallerAsync(r.Role, r.UnitId)))];
        // Half of the requests get as far as they can.
        _callers.AddRange([.. callers, .. Enumerable.Repeat(app.Administrator, 4)]);
        foreach ((_, bool isPage, string route, string verb) in Doors)
        {
            if (!isPage || verb != "GET") continue;
            for (int i = 0; i < 3; i++)
            {
                string page = Parameter().Replace(route, p => p.Groups[1].Value == "empty" ? "" : _ids.TryGetValue(p.Groups[1].Value, out List<string>? known) ? known[i % known.Count] : "khong-co");
                Answer answer = await app.Administrator.GetAsync(page + (page.Contains('?', StringComparison.Ordinal) ? "" : $"?ke-hoach={TestPlan.Id}"));
                if (answer.Status == HttpStatusCode.OK && answer.MediaType == "text/html") Collect(page, answer.Text);
            }
        }

        Assert.True(_forms.Count > 40, $"{_forms.Count} forms");
    }

    private void Collect(string page, string html)
    {
        foreach (string form in Form().Matches(html).Select(m => m.Value))
        {
            string action = Action().Match(form) is { Success: true } named && named.Groups[1].Length > 0 ? WebUtility.HtmlDecode(named.Groups[1].Value) : page;
            // Signing out and the like would end what the others go on with.
            if (action.StartsWith("/dang-xuat", StringComparison.Ordinal)) continue;
            _forms[action] = [.. Field().Matches(form).Select(m => (m.Groups[1].Value, WebUtility.HtmlDecode(m.Groups[2].Value))).DistinctBy(f => f.Item1)];
        }
    }

    private static bool Matches(string route, string path) =>
        Regex.IsMatch(path.Split('?')[0], "^" + Regex.Replace(Regex.Escape(route).Replace("\\{", "{", StringComparison.Ordinal).Replace("}", "}", StringComparison.Ordinal), @"\{[^}]*\}", "[^/]+") + "$", RegexOptions.None, TimeSpan.FromSeconds(1));

    private static int Setting(string name, int otherwise) => int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out int set) ? set : otherwise;

    [GeneratedRegex(@"\{\*?(\w+)(?::[^{}]+?)?\??\}")]
    private static partial Regex Parameter();

    [GeneratedRegex("<form[^>]*method=\"post\".*?</form>", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("^<form[^>]*action=\"([^\"]*)\"")]
    private static partial Regex Action();

    [GeneratedRegex("<(?:input|select|textarea)[^>]*? name=\"([^\"]+)\"(?:[^>]*? value=\"([^\"]*)\")?")]
    private static partial Regex Field();

    [GeneratedRegex("[àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]", RegexOptions.IgnoreCase)]
    private static partial Regex Vietnamese();
}
