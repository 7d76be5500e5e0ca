using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NtmServerless.LocalHost.Admin;
using NtmServerless.LocalHost.Data;
using NtmServerless.LocalHost.Durable;
using NtmServerless.LocalHost.Durable.Records;
using NtmServerless.LocalHost.Http;
using NtmServerless.LocalHost.Storage;
using NtmServerless.LocalHost.Time;
using NtmServerless.LocalHost.Timers;
using NtmServerless.LocalHost.Worker;

namespace NtmServerless.LocalHost.Startup;

/// <summary>The host's services.</summary>
internal static class HostServices
{
    public static void Add(IServiceCollection services, DataFolder data, string storage, HostNames names)
    {
        services.AddSingleton(data);
        services.AddSingleton(data.Clock);
        services.AddSingleton<TimeProvider>(data.Clock);
        Ownership ownership = new(TimeProvider.System);
        services.AddSingleton(ownership);
        services.AddSingleton(RequestCounting.Clients(storage, ownership));
        services.AddSingleton(_ => new StorageRequests(data.StorageRequestsPath));
        services.AddSingleton<InFlight>();
        services.AddSingleton<RequestGate>();
        services.AddHttpForwarder();
        services.AddSingleton<HttpFunctions>();
        services.AddSingleton<WorkerLink>();
        services.AddSingleton<TaskHubName>();
        services.AddSingleton<AppSupervisor>();
        services.AddSingleton<RpcServer>();
        services.AddSingleton<Invocations>();
        services.AddSingleton<IFunctionInvoker>(provider => provider.GetRequiredService<Invocations>());
        services.AddSingleton(names);
        services.AddSingleton(provider => new ScheduleStatuses(provider.GetRequiredService<HostStorage>(), names.TimerTable));
        services.AddSingleton(names.Instances);
        services.AddSingleton<InstanceStore>();
        services.AddSingleton<DurableEngine>();
        services.AddSingleton<IDueSource>(provider => provider.GetRequiredService<DurableEngine>());
        services.AddSingleton<TaskHub>();
        services.AddSingleton(provider => new StorageRetry(provider.GetRequiredService<ILogger<StorageRetry>>()));
        services.AddSingleton<TimerRuns>();
        services.AddSingleton<TimerTriggers>();
        services.AddSingleton<IDueSource>(provider => provider.GetRequiredService<TimerTriggers>());
        services.AddSingleton<ClockDriver>();
        services.AddSingleton<InstanceAdmin>();
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<AdminApi>(provider, FolderSecrets.HostKey(data.Path)));
        services.AddRouting();
        services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(10));
    }
}
