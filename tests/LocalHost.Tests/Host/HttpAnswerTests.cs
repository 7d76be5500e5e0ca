using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using NtmServerless.LocalHost.Tests.Host.Support;
using Xunit;

namespace NtmServerless.LocalHost.Tests.Host;

public sealed class HttpAnswerTests(SharedHost shared)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("action", HttpStatusCode.OK, "action")]
    [InlineData("object", HttpStatusCode.OK, """{"so":7}""")]
    [InlineData("result", HttpStatusCode.Accepted, "")]
    [InlineData("nothing", HttpStatusCode.OK, "")]
    [InlineData("broken", HttpStatusCode.InternalServerError, "")]
    [InlineData("brokenresult", HttpStatusCode.InternalServerError, "")]
    [InlineData("page", HttpStatusCode.OK, "<p>trang</p>")]
    [InlineData("pagefails", HttpStatusCode.UnprocessableEntity, "InvalidOperationException")]
    [InlineData("pagebomb", HttpStatusCode.UnprocessableEntity, "FormatException")]
    [InlineData("page?deny=1", HttpStatusCode.Unauthorized, "denied")]
    public async Task Answer_IsWhatTheAppMakesOfIt_AndAnEmpty500WhereItThrew(string path, HttpStatusCode status, string body)
    {
        using HttpResponseMessage answer = await (await shared.HostAsync()).SendAsync(HttpMethod.Get, "/api/" + path);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(body, await answer.Content.ReadAsStringAsync(Cancelled));
        Assert.False(answer.Headers.Contains("X-Before"));
        Assert.False(answer.Headers.Contains("Server"));
        if (path.StartsWith("page", StringComparison.Ordinal))
            Assert.Equal("default-src 'self'", answer.Headers.GetValues("Content-Security-Policy").Single());
    }

    [Fact]
    public async Task Answer_ThatBreaksAfterItBegan_EndsThere_AsTheOfficialWorkerEndsIt() =>
        Assert.Equal("begun", await (await shared.HostAsync()).GetAsync("/api/brokenlate"));

    [Fact]
    public async Task Request_ReachesTheAppWithTheClientsAddressSchemeAndHost_AndWithoutWhatOnlyProxiesSay()
    {
        RunningHost host = await shared.HostAsync();

        using HttpResponseMessage answer = await host.SendAsync(
            HttpMethod.Get, "/api/request?a=%C3%A9", ("Host", "truong.example:81"), ("X-Forwarded-For", "1.2.3.4"), ("X-Forwarded-Proto", "https"),
            ("X-Forwarded-Host", "a"), ("X-Forwarded-Prefix", "/b"), ("X-Forwarded-Port", "1"), ("Forwarded", "for=1"), ("x-ms-invocation-id", "forged"));
        JsonElement seen = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancelled);

        Assert.Equal("http://truong.example:81/api/request?a=%C3%A9", seen.GetProperty("url").GetString());
        Assert.Equal("127.0.0.1", seen.GetProperty("remote").GetString());
        Assert.DoesNotContain("1.2.3.4", seen.GetProperty("headers").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("https", seen.GetProperty("headers").GetString(), StringComparison.Ordinal);
        Assert.Equal(0, seen.GetProperty("headers").GetString()!.Split('\n').Count(line => line.StartsWith("Forwarded", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Cookies_PassBothWays()
    {
        using HttpResponseMessage answer = await (await shared.HostAsync()).SendAsync(HttpMethod.Get, "/api/cookies", ("Cookie", "x=1; y=2"));

        Assert.Equal("x=1 y=2", await answer.Content.ReadAsStringAsync(Cancelled));
        Assert.Equal(["a=1; path=/", "b=2; path=/; httponly"], answer.Headers.GetValues("Set-Cookie"));
    }

    [Theory]
    [InlineData("GET", "", "", HttpStatusCode.OK, "0123456789")]
    [InlineData("HEAD", "", "", HttpStatusCode.OK, "")]
    [InlineData("GET", "Range", "bytes=2-4", HttpStatusCode.PartialContent, "234")]
    [InlineData("GET", "Range", "bytes=20-", HttpStatusCode.RequestedRangeNotSatisfiable, "")]
    [InlineData("GET", "If-None-Match", "\"v1\"", HttpStatusCode.NotModified, "")]
    public async Task File_IsServedWholeInPartsAndNotAgain(string method, string header, string value, HttpStatusCode status, string body)
    {
        using HttpResponseMessage answer = await (await shared.HostAsync()).SendAsync(
            new HttpMethod(method), "/api/file", header.Length > 0 ? [(header, value)] : []);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(body, await answer.Content.ReadAsStringAsync(Cancelled));
        Assert.Equal("\"v1\"", answer.Headers.ETag?.Tag);
        if (method == "HEAD")
            Assert.Equal(10, answer.Content.Headers.ContentLength);
    }

    [Fact]
    public async Task Stream_ArrivesAsItIsWritten()
    {
        RunningHost host = await shared.HostAsync();
        using HttpResponseMessage answer = await host.SendAsync(HttpMethod.Get, "/api/stream/streamed");
        using StreamReader lines = new(await answer.Content.ReadAsStreamAsync(Cancelled));

        Assert.Equal("first", await lines.ReadLineAsync(Cancelled));
        host.Notes.Open("streamed");
        Assert.Equal("last", await lines.ReadLineAsync(Cancelled));
    }

    [Fact]
    public async Task Download_Of110Megabytes_ArrivesWhole()
    {
        using HttpResponseMessage answer = await (await shared.HostAsync()).SendAsync(HttpMethod.Get, "/api/download/115343360");
        await using Stream body = await answer.Content.ReadAsStreamAsync(Cancelled);
        byte[] part = new byte[1 << 16];
        long bytes = 0;
        for (int read; (read = await body.ReadAsync(part, Cancelled)) > 0;)
            bytes += read;

        Assert.Equal(115_343_360, bytes);
    }

    [Theory]
    [InlineData(104_857_600, true, HttpStatusCode.OK)]
    [InlineData(104_000_000, false, HttpStatusCode.OK)]
    [InlineData(104_857_601, true, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData(104_857_601, false, HttpStatusCode.RequestEntityTooLarge)]
    public async Task Body_OverTheOfficialHostsLimit_Is413(int bytes, bool saysItsLength, HttpStatusCode status)
    {
        RunningHost host = await shared.HostAsync();
        using ByteArrayContent body = new(new byte[bytes]);
        using HttpRequestMessage request = new(HttpMethod.Post, new Uri("/api/upload", UriKind.Relative)) { Content = body };
        request.Headers.ExpectContinue = saysItsLength;
        request.Headers.TransferEncodingChunked = !saysItsLength;

        using HttpResponseMessage answer = await host.Http.SendAsync(request, Cancelled);

        Assert.Equal(status, answer.StatusCode);
        if (status == HttpStatusCode.OK)
            Assert.Equal($"{bytes}", await answer.Content.ReadAsStringAsync(Cancelled));
    }
}
