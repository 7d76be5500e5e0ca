using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace NtmServerless.Functions.Tests.Access;

/// <summary>How long an officer's session lasts, by a clock that the test moves.</summary>
public sealed class SessionLimitTests(RunningApp app)
{
    private readonly Clock _clock = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Session_LeftAlone_IsOverAfterEightHours()
    {
        await using ServiceProvider services = await ServicesAsync();
        string cookie = await SignInAsync(services);

        _clock.Now += SignInSessions.Idle - TimeSpan.FromSeconds(1);
        Assert.NotNull((await VisitAsync(services, cookie)).Found);
        _clock.Now += TimeSpan.FromSeconds(2);
        Assert.Null((await VisitAsync(services, cookie)).Found);
    }

    [Fact]
    public async Task Session_InUse_IsOverAfterTwelveHours()
    {
        await using ServiceProvider services = await ServicesAsync();
        string cookie = await SignInAsync(services);

        for (int hour = 1; hour < SignInSessions.Longest.TotalHours; hour++)
        {
            _clock.Now += TimeSpan.FromHours(1);
            (string? found, cookie) = await VisitAsync(services, cookie);
            Assert.NotNull(found);
        }

        _clock.Now += TimeSpan.FromHours(1);
        Assert.Null((await VisitAsync(services, cookie)).Found);
    }

    private async Task<ServiceProvider> ServicesAsync()
    {
        RecordsStorage storage = new(new TableServiceClient(app.Storage), new BlobServiceClient(app.Storage), "s" + Guid.NewGuid().ToString("N")[..12]);
        await storage.CreateAsync(Cancellation);
        ServiceCollection services = new();
        services.AddLogging();
        services.AddCookies(new ConfigurationBuilder().Build());
        services.AddSingleton(new MachineTime(_clock));
        services.AddSingleton(new NtmOptions());
        services.AddSingleton<TimeProvider>(_clock);
        services.AddSingleton(storage);
        services.AddSingleton<AccountStore>();
        services.AddSingleton<KnownBrowsers>();
        services.AddSingleton<SignInSessions>();
        return services.BuildServiceProvider();
    }

    private async Task<string> SignInAsync(ServiceProvider services)
    {
        AccountStore accounts = services.GetRequiredService<AccountStore>();
        Account hoa = await accounts.MakeAsync(
            new Account(AccountStore.IdOf("hoa"), "hoa", "chị Hoa", Role.Commune, "xa-gia-cat", _clock.Now, MustChangePassword: false), "mật khẩu", "1", Cancellation);
        await using AsyncServiceScope scope = services.CreateAsyncScope();
        (DefaultHttpContext http, Response response) = Request(scope, null);
        await services.GetRequiredService<SignInSessions>().StartAsync(http, (await accounts.FindSessionAsync(hoa.Id, Cancellation))!);
        await response.StartAsync();
        return CookieOf(http)!;
    }

    // The user name that the request's cookie stands for, and the cookie that the browser has afterwards.
    private static async Task<(string? Found, string Cookie)> VisitAsync(ServiceProvider services, string cookie)
    {
        await using AsyncServiceScope scope = services.CreateAsyncScope();
        (DefaultHttpContext http, Response response) = Request(scope, cookie);
        string? found = (await services.GetRequiredService<SignInSessions>().FindAsync(http))?.Account.UserName;
        await response.StartAsync();
        return (found, CookieOf(http) ?? cookie);
    }

    private static (DefaultHttpContext Http, Response Response) Request(AsyncServiceScope scope, string? cookie)
    {
        Response response = new();
        FeatureCollection features = new();
        features.Set<IHttpRequestFeature>(new HttpRequestFeature());
        features.Set<IHttpResponseFeature>(response);
        features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(Stream.Null));
        DefaultHttpContext http = new(features) { RequestServices = scope.ServiceProvider };
        http.Request.Scheme = "http";
        http.Request.Host = new HostString("localhost");
        if (cookie is not null) http.Request.Headers.Cookie = cookie;
        return (http, response);
    }

    private static string? CookieOf(HttpContext http) => http.Response.Headers.SetCookie
        .Where(c => c!.StartsWith(CookieSetup.SessionCookie + "=", StringComparison.Ordinal)).Select(c => c!.Split(';')[0]).LastOrDefault();

    // What a server does when the first byte goes out: the session's cookie is renewed then.
    private sealed class Response : HttpResponseFeature
    {
        private readonly Stack<(Func<object, Task> Do, object State)> _starting = new();

        public override void OnStarting(Func<object, Task> callback, object state) => _starting.Push((callback, state));

        public async Task StartAsync()
        {
            while (_starting.TryPop(out (Func<object, Task> Do, object State) next)) await next.Do(next.State);
        }
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override DateTimeOffset GetUtcNow() => Now;

        public override long GetTimestamp() => Now.UtcTicks;
    }
}
