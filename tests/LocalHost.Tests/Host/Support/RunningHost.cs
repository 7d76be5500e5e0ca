using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Logging;
using NtmServerless.LocalHost.Startup;
using NtmServerless.Testing;

namespace NtmServerless.LocalHost.Tests.Host.Support;

/// <summary>A real host in this process, on a free port and a data folder of its own, with the functions of the given types.</summary>
internal sealed class RunningHost : IAsyncDisposable
{
    private RunningHost(LocalHostApp app, TemporaryFolder? ownFolder)
    {
        App = app;
        _ownFolder = ownFolder;
        Http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(app.Address) };
    }

    private readonly TemporaryFolder? _ownFolder;

    public LocalHostApp App { get; }

    public HttpClient Http { get; }

    public static LaunchOptions Options(AzuriteServer azurite, string folder) => new()
    {
        DataFolder = folder,
        Port = 0,
        StorageSuffix = Guid.NewGuid().ToString("N"),
        Settings = new Dictionary<string, string?> { ["AzureWebJobsStorage"] = azurite.ConnectionString },
    };

    public static Task<RunningHost> StartAsync(AzuriteServer azurite, params Type[] functions) => StartAsync(azurite, _ => { }, functions);

    public static async Task<RunningHost> StartAsync(
        AzuriteServer azurite, Action<FunctionsApplicationBuilder> configure, params Type[] functions)
    {
        TemporaryFolder folder = new();
        return await StartAsync(Options(azurite, folder.Path), configure, functions, folder);
    }

    public static async Task<RunningHost> StartAsync(
        LaunchOptions options, Action<FunctionsApplicationBuilder> configure, IReadOnlyList<Type> functions, TemporaryFolder? ownFolder = null)
    {
        FunctionsApplicationBuilder builder = FunctionsApplication.CreateBuilder(options, functions);
        builder.ConfigureFunctionsWebApplication();
        builder.Logging.ClearProviders();
        configure(builder);
        LocalHostApp app = (LocalHostApp)builder.Build();
        await app.StartAsync();
        return new RunningHost(app, ownFolder);
    }

    public async Task<string> GetAsync(string path) => await Http.GetStringAsync(new Uri(path, UriKind.Relative));

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        HttpRequestMessage request = new(method, new Uri(path, UriKind.Relative));
        foreach ((string name, string value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return Http.SendAsync(request);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await App.DisposeAsync();
        _ownFolder?.Dispose();
    }
}
