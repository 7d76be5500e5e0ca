using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using Xunit;

namespace NtmServerless.Functions.Tests.Languages;

/// <summary>A language of the office's own, from the list to the villagers' pages, in an app of its own.</summary>
public sealed partial class LanguageTests : IAsyncLifetime
{
    private const string Page = "/can-bo/ngon-ngu";

    // What is no text of a page: names in the plan, and how days are written.
    private static readonly string[] Data =
    [
        .. DataOf(File.ReadAllText(Path.Combine(AzuriteServer.RepositoryRoot(), "plans", "caoloc-2024.json"))),
        "Tiếng Việt", "Tiếng giả", "Nhà văn hóa xã", "Hoàng Văn Thử 1",
    ];

    private readonly OwnApp _app = new();
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromMinutes(3) };

    public async ValueTask InitializeAsync() => await _app.StartAsync();

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task Pages_OfVillagers_SayEverythingInTheLanguageThatTheOfficeGave()
    {
        Api office = _app.Administrator;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await office.SendFormAsync(Page, ("name", "Tiếng giả"), ("tag", "vi"))).Status);
        (await office.SendFormAsync(Page, ("name", "Tiếng giả"), ("tag", "tyz"))).Must(HttpStatusCode.OK);
        IReadOnlyDictionary<string, string> texts = new VietnameseTexts().OfVillagers;

        string refused = WebUtility.HtmlDecode((await PutAsync(office, [("khong.co", "x"), ("public.title", "")])).Text);
        Assert.Contains("Dòng 2: không có lời nào mang mã khong.co", refused, StringComparison.Ordinal);
        Answer put = await PutAsync(office, texts.Select(t => (t.Key, Pseudo(t.Value))));
        Assert.True(put.Status == HttpStatusCode.OK, string.Join('\n', Lines().Matches(WebUtility.HtmlDecode(put.Text)).Select(m => m.Value)));

        Api villager = new(_http, _app.Process.Address);
        Assert.DoesNotContain("lang=\"tyz\"", await villager.PageAsync("/?tieng=tyz"), StringComparison.Ordinal);
        (await office.SendFormAsync($"{Page}/tyz", ("published", "true"))).Must(HttpStatusCode.OK);
        string id = await office.OpenClassAsync(SampleClass.PlanForm());
        Assert.Contains("tieng=tyz", await villager.PageAsync("/"), StringComparison.Ordinal);

        Assert.Contains("<span lang=\"tyz\">", await villager.PageAsync("/?tieng=tyz"), StringComparison.Ordinal);
        List<string> left = [];
        foreach (string path in (string[])["/", "/?tim=khong+co", $"/lop/{id}", $"/lop/{id}/dang-ky", "/tra-cuu", "/quyen-rieng-tu"])
            left.AddRange(Left(path, await villager.PageAsync(path)));
        left.AddRange(Left("/khong-co", await villager.PageAsync("/khong-co", HttpStatusCode.NotFound)));
        left.AddRange(Left("form", (await villager.SendFormAsync($"/lop/{id}/dang-ky", ("fullName", ""))).Must(HttpStatusCode.UnprocessableEntity).Text));
        left.AddRange(Left("look-up", (await villager.SendFormAsync("/tra-cuu", ("code", ""))).Must(HttpStatusCode.UnprocessableEntity).Text));
        left.AddRange(Left("receipt", (await villager.SendFormAsync($"/lop/{id}/dang-ky", Visits.Typed(SampleClass.Person(1)))).Must(HttpStatusCode.OK).Text));
        Assert.True(left.Count == 0, string.Join('\n', left.Distinct()));

        Assert.DoesNotContain("lang=\"tyz\">[", await villager.PageAsync("/?tieng=vi"), StringComparison.Ordinal);
        Assert.DoesNotContain("lang=\"tyz\">[", await villager.PageAsync("/"), StringComparison.Ordinal);
    }

    // What still has Vietnamese letters, without what is data.
    private static IEnumerable<string> Left(string path, string html)
    {
        string text = Scripts().Replace(html, "");
        text = WebUtility.HtmlDecode(Attributes().Replace(text, m => $"\n{m.Groups[1].Value}\n<"));
        foreach (string line in Tags().Replace(text, "\n").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            string rest = Data.Aggregate(line, (l, d) => l.Replace(d, "", StringComparison.OrdinalIgnoreCase));
            rest = Days().Replace(rest, "");
            if (rest.Normalize(NormalizationForm.FormD).Any(c => c is 'đ' or 'Đ' or (>= '\u0300' and <= '\u0323') or '\u031B')) yield return $"{path}: {line}";
        }
    }

    // Recognizable, readable, and without a Vietnamese letter.
    private static string Pseudo(string text) => "[" + string.Concat(text.Normalize(NormalizationForm.FormD)
        .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)).Replace('đ', 'd').Replace('Đ', 'D') + "]";

    private static Task<Answer> PutAsync(Api office, IEnumerable<(string Key, string Text)> lines)
    {
        byte[] file = TableFile.Write("Lời", ["Mã", "Tiếng Việt", "Lời dịch"], lines.Select(l => (IReadOnlyList<object?>)[l.Key, "", l.Text]));
        MultipartFormDataContent form = [];
        ByteArrayContent content = new(file);
        content.Headers.ContentType = new MediaTypeHeaderValue(TableFile.MediaType);
        form.Add(content, "file", "loi.xlsx");
        return office.SendAsync(HttpMethod.Post, $"{Page}/tyz/loi", form);
    }

    private static IEnumerable<string> DataOf(string plan) =>
        Strings().Matches(plan).Select(m => Regex.Unescape(m.Groups[1].Value)).Where(s => s.Length > 2).OrderByDescending(s => s.Length);

    [GeneratedRegex("\"((?:[^\"\\\\]|\\\\.)*)\"")]
    private static partial Regex Strings();

    [GeneratedRegex("<(?:script|style)[^>]*>.*?</(?:script|style)>", RegexOptions.Singleline)]
    private static partial Regex Scripts();

    [GeneratedRegex("""<[a-z][^<>]*? (?:title|alt|aria-label|placeholder|content)="([^"]*)"[^<>]*""")]
    private static partial Regex Attributes();

    [GeneratedRegex("Dòng [0-9]+[^<]*")]
    private static partial Regex Lines();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex("(?:Thứ|thứ) (?:Hai|Ba|Tư|Năm|Sáu|Bảy)|[Cc]hủ nhật|[0-9]+ giờ(?: [0-9]+)?|ngày [0-9]{2}|từ (?=[0-9 ])|đến (?=[0-9 ])|buổi")]
    private static partial Regex Days();
}
