using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using NtmServerless.LocalHost;
using NtmServerless.LocalHost.Durable;
using NtmServerless.LocalHost.Startup;
using NtmServerless.LocalHost.Storage;
using NtmServerless.LocalHost.Tests.Durable.Support;
using NtmServerless.LocalHost.Time;
using NtmServerless.LocalHost.Worker;
using NtmServerless.Testing;

namespace NtmServerless.Bench.Engine;

/// <summary>The whole host with a worker process (tests/ProbeApp), whose orchestrators are those of <see cref="BenchApp"/>.</summary>
internal sealed class WorkerHost : IEngineHost
{
    private readonly LocalHostApp _host;
    private readonly string _folder;

    private WorkerHost(LocalHostApp host, string folder)
    {
        (_host, _folder) = (host, folder);
        Client = new ServedTaskHub(host.Services.GetRequiredService<RpcServer>(), host.Services.GetRequiredService<TaskHubName>().Secret).Client;
    }

    public DurableTaskClient Client { get; }

    public StorageRequests Requests => _host.Services.GetRequiredService<StorageRequests>();

    public InFlight InFlight => _host.Services.GetRequiredService<InFlight>();

    public static async Task<WorkerHost> StartAsync(string connection)
    {
        string folder = Directory.CreateTempSubdirectory("ntm-bench-").FullName;
        LocalHostApp host = await Launch.BuildAsync(new LaunchOptions
        {
            App = Path.Combine(AzuriteServer.RepositoryRoot(), "tests", "ProbeApp", "bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "net10.0"),
            DataFolder = folder,
            Port = 0,
            StorageSuffix = Guid.NewGuid().ToString("N"),
            Settings = new Dictionary<string, string?> { ["AzureWebJobsStorage"] = connection, ["Logging:LogLevel:Default"] = "None", ["Probe"] = folder },
        });
        await host.StartAsync();
        return new WorkerHost(host, folder);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
