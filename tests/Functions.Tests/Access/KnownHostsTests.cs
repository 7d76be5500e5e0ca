using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Xunit;

namespace NtmServerless.Functions.Tests.Access;

/// <summary>A page of another site that gives its own name our address reads nothing of us.</summary>
public sealed class KnownHostsTests(RunningApp app)
{
    private static readonly string TooLong = new('a', 300);

    public static TheoryData<string> Foreign => ["rebind.example", "rebind.example:20500", "", "a..b", ".", "~", "xn--a", "127.0.0.1:99999", "127.0.0.1:0", "10.0.0.1", TooLong];

    [Theory]
    [MemberData(nameof(Foreign))]
    public async Task Request_ForAnotherHost_IsRefusedOnPagesAndTheApi(string host)
    {
        foreach ((string path, string says) in ((string, string)[])[("/", "Địa chỉ không đúng"), ("/dang-nhap", "Địa chỉ không đúng"), ("/api/health", "urn:ntm:problem:unknown-host"), ("/tai-nguyen/x.js", "Địa chỉ không đúng")])
        {
            string answer = await AskAsync(path, $"Host: {host}\r\n");
            Assert.StartsWith("HTTP/1.1 400", answer, StringComparison.Ordinal);
            Assert.Contains("X-Content-Type-Options: nosniff", answer, StringComparison.OrdinalIgnoreCase);
            Assert.Contains(says, answer, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Request_WithoutAnyHost_IsRefused()
    {
        string answer = await AskAsync("/", "", "1.0");
        Assert.Contains(" 400 ", answer[..20], StringComparison.Ordinal);
        Assert.Contains("Địa chỉ không đúng", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("LOCALHOST:80")]
    [InlineData("127.0.0.1")]
    [InlineData("[::1]:7071")]
    public async Task Request_ForThisMachine_IsAnswered(string host) =>
        Assert.StartsWith("HTTP/1.1 200", await AskAsync("/api/health", $"Host: {host}\r\n"), StringComparison.Ordinal);

    [Fact]
    public async Task AdminApi_UnderAnotherName_IsRefusedWhateverTheKey()
    {
        string key = $"x-functions-key: {app.Process.HostKey}\r\n";
        Assert.StartsWith("HTTP/1.1 400", await AskAsync("/admin/host/status", "Host: rebind.example\r\n" + key), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 200", await AskAsync("/admin/host/status", "Host: localhost\r\n" + key), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dang-ky.langson.gov.vn")]
    [InlineData("Ntm.Example:443")]
    [InlineData("192.168.1.5:7443")]
    [InlineData("van-phong")]
    [InlineData("[fe80::5]:7443")]
    [InlineData("func-ntm.azurewebsites.net")]
    public void Look_AtWhatTheSettingsName_IsTheRequestsHost(string host)
    {
        HttpRequest request = Asked(host);
        Settled().Look(request);
        KnownHosts.Want(request);
        Assert.Equal(host, request.Host.Value);
    }

    [Fact]
    public void Look_BehindAProxy_IsAtWhatTheBrowserAskedFor()
    {
        HttpRequest request = Asked("127.0.0.1:3000");
        request.Headers["X-Forwarded-Host"] = "rebind.example";
        Settled().Look(request);
        Assert.Throws<UnknownHostException>(() => KnownHosts.Want(request));
        request.Headers["X-Forwarded-Host"] = "van-phong";
        Settled().Look(request);
        KnownHosts.Want(request);
        Assert.Equal("van-phong", request.Host.Value);
    }

    [Fact]
    public void Look_ManyRefusals_AreOneLineThatNamesWhatMayBeMissing()
    {
        Lines lines = new();
        KnownHosts hosts = Settled(lines);
        foreach (string host in (string[])["khac.example", "khac.example", "<script>\n"]) hosts.Look(Asked(host));
        Assert.Contains("khac.example", Assert.Single(lines.Said), StringComparison.Ordinal);
    }

    private static KnownHosts Settled(Lines? lines = null) => new(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
    {
        ["PublicAddress"] = "https://dang-ky.langson.gov.vn/",
        ["WEBSITE_HOSTNAME"] = "func-ntm.azurewebsites.net",
        [KnownHosts.ListeningSetting] = "192.168.1.5,van-phong,fe80::5",
        [KnownHosts.Setting] = "ntm.example, another.example:8443",
    }).Build(), lines ?? new Lines());

    private static HttpRequest Asked(string host)
    {
        DefaultHttpContext http = new();
        http.Request.Headers.Host = host;
        return http.Request;
    }

    // As it is written: a client of ours would tidy it up.
    private async Task<string> AskAsync(string path, string headers, string version = "1.1")
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        using TcpClient client = new(app.Process.Address.Host, app.Process.Address.Port);
        await using NetworkStream stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"GET {path} HTTP/{version}\r\n{headers}Connection: close\r\n\r\n"), cancellation);
        using StreamReader answer = new(stream, Encoding.UTF8);
        return await answer.ReadToEndAsync(cancellation);
    }

    private sealed class Lines : ILogger<KnownHosts>
    {
        public ConcurrentQueue<string> Said { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Said.Enqueue(formatter(state, exception));
    }
}
