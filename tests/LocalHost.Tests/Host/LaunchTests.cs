using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NtmServerless.LocalHost.Data;
using NtmServerless.LocalHost.Startup;
using NtmServerless.LocalHost.Tests.Host.Support;
using NtmServerless.LocalHost.Worker;
using NtmServerless.Testing;
using Xunit;

namespace NtmServerless.LocalHost.Tests.Host;

public sealed class LaunchTests(SharedHost shared, AzuriteServer azurite)
{
    [Fact]
    public void Options_AreReadRelativeToTheCurrentFolder()
    {
        LaunchOptions options = LaunchOptions.Parse(
            ["--port", "8080", "--data", "d", "--plan", "p.json", "--listen", "192.168.1.5", "--certificate", "c.pfx"], "/here");

        Assert.Equal(8080, options.Port);
        Assert.Equal(Path.GetFullPath("/here/d"), options.DataFolder);
        Assert.Equal(Path.GetFullPath("/here/p.json"), options.Plan);
        Assert.Equal("192.168.1.5:7443", options.Listen?.ToString());
        Assert.Equal(Path.Combine("/here", "data"), LaunchOptions.Parse([], "/here").DataFolder);
    }

    [Theory]
    [InlineData("--prot", "80")]
    [InlineData("--port", "high")]
    [InlineData("--port")]
    [InlineData("--listen", "0.0.0.0")]
    [InlineData("--certificate", "c.pfx")]
    [InlineData("--virtual-clock", "soon")]
    public void Options_ThatCannotBeUnderstood_AreNamedAndEndWith2(params string[] args)
    {
        HostStartException refused = Assert.Throws<HostStartException>(() => LaunchOptions.Parse(args, "/here"));

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains(args[0], refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("--data", "d", "-h")]
    public void Help_NamesEveryOption(params string[] args)
    {
        Assert.True(LaunchHelp.IsAskedFor(args));
        Assert.False(LaunchHelp.IsAskedFor(["--data", "d"]));
        Assert.All(
            ["--port", "--data", "--plan", "--listen", "--certificate", "--certificate-password", "--virtual-clock", "--app", "--help"],
            option => Assert.Contains(option, LaunchHelp.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Port_ThatIsTaken_IsSaidWithACodeOfItsOwn_AndTheFolderIsFreeAgain()
    {
        using TemporaryFolder folder = new();
        RunningHost running = await shared.HostAsync();
        LaunchOptions options = RunningHost.Options(folder.Path, azurite) with { Port = running.Http.BaseAddress!.Port };

        HostStartException refused = await Assert.ThrowsAsync<HostStartException>(() => Launch.BuildAsync(options));

        Assert.Equal(HostStartException.PortTaken, refused.ExitCode);
        await using DataFolder free = DataFolder.Open(folder.Path);
    }

    [Fact]
    public void LocalSettings_AreConfiguration_UnderTheEnvironment()
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(
            Path.Combine(folder.Path, "local.settings.json"),
            """{ "IsEncrypted": false, "Values": { "Mail__Host": "mail", "PATH": "mine", } } // as the official tools allow""");
        ConfigurationManager configuration = new();
        configuration.AddEnvironmentVariables();

        AppConfiguration.Layer(configuration, new LaunchOptions { DataFolder = folder.Path, Plan = "p.json" }, folder.Path);

        Assert.Equal("mail", configuration["Mail:Host"]);
        Assert.Equal(Environment.GetEnvironmentVariable("PATH"), configuration["PATH"]);
        Assert.Equal("p.json", configuration["plan"]);
    }

    [Theory]
    [InlineData("""{ "IsEncrypted": true, "Values": {} }""")]
    [InlineData("""{ "Values": """)]
    public void LocalSettings_ThatTheOfficialToolsCannotUse_AreRefused(string content)
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(Path.Combine(folder.Path, "local.settings.json"), content);

        Assert.Equal(2, Assert.Throws<HostStartException>(() => LocalSettings.Read(folder.Path)).ExitCode);
    }

    [Fact]
    public async Task Practice_IsToldToTheApp_AndItsClockIsTheHosts()
    {
        using TemporaryFolder folder = new();
        DateTimeOffset start = new(2024, 9, 2, 0, 0, 0, TimeSpan.Zero);
        await using RunningHost host = await RunningHost.StartAsync(RunningHost.Options(folder.Path, azurite) with { VirtualStart = start });

        Assert.Equal("""{"now":"2024-09-02T00:00:00+00:00","practice":"true","plan":null}""", await host.GetAsync("/api/now"));
        await host.AdvanceAsync(start.AddMinutes(20));
        Assert.Equal("""{"now":"2024-09-02T00:20:00+00:00","practice":"true","plan":null}""", await host.GetAsync("/api/now"));
    }

    [Fact]
    public async Task OwnPlan_HasTheRealClock_WhichCannotBeMoved()
    {
        using TemporaryFolder folder = new();
        await using RunningHost host = await RunningHost.StartAsync(RunningHost.Options(folder.Path, azurite) with { Plan = "own.json" });

        JsonElement now = JsonDocument.Parse(await host.GetAsync("/api/now")).RootElement;
        using HttpResponseMessage moved = await host.AdminAsync(HttpMethod.Post, "/host/clock", """{"until":"2099-01-01T00:00Z"}""");

        Assert.Equal(("false", "own.json"), (now.GetProperty("practice").GetString(), now.GetProperty("plan").GetString()));
        Assert.InRange(DateTimeOffset.UtcNow - now.GetProperty("now").GetDateTimeOffset(), TimeSpan.Zero, TimeSpan.FromMinutes(2));
        Assert.Equal(HttpStatusCode.Conflict, moved.StatusCode);
        Assert.False(File.Exists(Path.Combine(folder.Path, "clock.shared")));
    }

    [Fact]
    public async Task OfficeNetwork_IsServedByHttps_WhichTheAppIsTold()
    {
        using TemporaryFolder folder = new();
        string pfx = Path.Combine(folder.Path, "c.pfx");
        using ECDsa key = ECDsa.Create();
        CertificateRequest request = new("CN=van-phong", key, HashAlgorithmName.SHA256);
        SubjectAlternativeNameBuilder names = new();
        names.AddDnsName("van-phong.local");
        names.AddDnsName("*.langson.example");
        names.AddIpAddress(IPAddress.Parse("192.168.7.7"));
        request.CertificateExtensions.Add(names.Build());
        using (X509Certificate2 made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1)))
            await File.WriteAllBytesAsync(pfx, made.Export(X509ContentType.Pfx), TestContext.Current.CancellationToken);
        IPEndPoint listen = new(IPAddress.Loopback, AzuriteServer.FreePort());
        await using RunningHost host = await RunningHost.StartAsync(
            RunningHost.Options(folder.Path, azurite) with { Listen = listen, Certificate = pfx });
        using HttpClient browser = new(new HttpClientHandler { ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator });

        using HttpResponseMessage answer = await browser.GetAsync(new Uri($"https://{listen}/api/request"), TestContext.Current.CancellationToken);
        string seen = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal($"https://{listen}/api/request", JsonDocument.Parse(seen).RootElement.GetProperty("url").GetString());
        Assert.Equal("max-age=31536000", answer.Headers.GetValues("Strict-Transport-Security").Single());
        Assert.False((await host.SendAsync(HttpMethod.Get, "/api/request")).Headers.Contains("Strict-Transport-Security"));
        IReadOnlyDictionary<string, string?> told = host.App.Services.GetRequiredService<WorkerSettings>().Own;
        Assert.Equal("127.0.0.1,van-phong.local,192.168.7.7", told["ListeningHosts"]);
        Assert.Equal(64, told["KeyProtectionSecret"]!.Length);
    }
}
