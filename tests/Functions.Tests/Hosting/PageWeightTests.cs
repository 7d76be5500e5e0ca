using System.Net;
using System.Text.RegularExpressions;
using Xunit;

namespace NtmServerless.Functions.Tests.Hosting;

/// <summary>What a phone on a bad line has to load, and that it is compressed where that gives nothing away.</summary>
public sealed partial class PageWeightTests(RunningApp app, OpenClassFixture open, ITestOutputHelper output) : IClassFixture<OpenClassFixture>
{
    private const int Limit = 60 * 1024;
    private readonly Api _visitor = app.Visitor();

    [Theory]
    // The first page without its classes: other tests open hundreds, a year has some twenty.
    [InlineData("/?tim=khong+co+lop+nao")]
    [InlineData("/lop/{id}")]
    [InlineData("/lop/{id}/dang-ky")]
    [InlineData("receipt")]
    [InlineData("/tra-cuu")]
    [InlineData("/quyen-rieng-tu")]
    [InlineData("/tap-du")]
    public async Task Page_OnFirstLoad_IsLightEvenUncompressed(string path)
    {
        path = path == "receipt"
            ? await _visitor.RegisterAsync(new(open.Id), SampleClass.Person(301))
            : path.Replace("{id}", open.Id, StringComparison.Ordinal);
        Answer page = (await _visitor.GetAsync(path)).Must(HttpStatusCode.OK);
        Dictionary<string, int> loaded = new() { [path] = page.Body.Length };
        Queue<string> wanted = new(Loads().Matches(page.Text).Select(m => m.Groups[1].Value));
        while (wanted.TryDequeue(out string? address))
        {
            if (loaded.ContainsKey(address)) continue;
            Answer file = (await _visitor.GetAsync(address)).Must(HttpStatusCode.OK);
            loaded[address] = file.Body.Length;
            foreach (Match import in Imports().Matches(file.Text)) wanted.Enqueue("/tai-nguyen/" + import.Groups[1].Value);
        }

        output.WriteLine(string.Join('\n', loaded.Select(l => $"{l.Value,7} {l.Key}")));
        Assert.True(loaded.Count >= 5, $"{loaded.Count} files");
        Assert.InRange(loaded.Values.Sum(), 1, Limit);
    }

    [Fact]
    public async Task Answer_ThatIsPublic_IsCompressed()
    {
        foreach (string path in (string[])["/", $"/lop/{open.Id}", $"/lop/{open.Id}/dang-ky", $"/lop/{open.Id}/lich.ics", "/tai-nguyen/ntm.css", "/tai-nguyen/ntm.js", "/tai-nguyen/icon.svg", "/api/public/classes"])
        {
            foreach (string encoding in (string[])["br", "gzip"])
                Assert.Equal(encoding, await EncodingOfAsync(_visitor, path, encoding));
            Assert.Equal("", await EncodingOfAsync(_visitor, path, "identity"));
        }
    }

    [Fact]
    public async Task Answer_WithSomethingToFindOut_IsNotCompressed()
    {
        string receipt = await _visitor.RegisterAsync(new(open.Id), SampleClass.Person(302));
        Assert.Equal("", await EncodingOfAsync(_visitor, receipt, "br"));
        Api officer = _visitor.As(app.Process.FirstKey);
        Assert.Equal("", await EncodingOfAsync(officer, $"/api/classes/{open.Id}/registrations", "br"));
        Answer returned = await _visitor.SendAsync(
            HttpMethod.Post, $"/lop/{open.Id}/dang-ky", new FormUrlEncodedContent([KeyValuePair.Create("fullName", "Hoàng Thị Bí Mật")]), ("Accept-Encoding", "br"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, returned.Status);
        Assert.Contains("Hoàng Thị Bí Mật", returned.Text, StringComparison.Ordinal);
    }

    // Content-Encoding is a header of the content, which an Answer does not keep: the body tells.
    private static async Task<string> EncodingOfAsync(Api caller, string path, string accepted)
    {
        Answer plain = (await caller.GetAsync(path)).Must(HttpStatusCode.OK);
        Answer answer = (await caller.SendAsync(HttpMethod.Get, path, null, ("Accept-Encoding", accepted))).Must(HttpStatusCode.OK);
        return answer.Body is [0x1f, 0x8b, ..] ? "gzip" : answer.Body.Length < plain.Body.Length * 3 / 4 ? "br" : "";
    }

    [GeneratedRegex("<(?:link|script)[^>]*(?:href|src)=\"(/tai-nguyen/[^\"]+)\"")]
    private static partial Regex Loads();

    [GeneratedRegex(@"(?:from|import) '\./([\w-]+\.js)'")]
    private static partial Regex Imports();
}
