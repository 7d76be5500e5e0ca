using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NtmServerless.LocalHost.Durable.Records;
using NtmServerless.LocalHost.Startup;
using NtmServerless.LocalHost.Time;

namespace NtmServerless.LocalHost.Durable;

/// <summary>Puts the durable engine and its task hub into the host's services.</summary>
internal static class DurableServices
{
    /// <summary>
    /// Needs HostStorage, IFunctionInvoker, TimeProvider (business time), InFlight and ILoggerFactory. The host calls
    /// StartAsync once it owns the storage, and StopAsync.
    /// </summary>
    public static IServiceCollection AddDurableEngine(this IServiceCollection services)
    {
        services.TryAddSingleton(new DurableNames());
        services.AddSingleton<InstanceStore>();
        services.AddSingleton<DurableEngine>();
        services.AddSingleton<IHostedEngine>(provider => provider.GetRequiredService<DurableEngine>());
        services.AddSingleton<IDueSource>(provider => provider.GetRequiredService<DurableEngine>());
        services.AddSingleton<TaskHub>();
        return services;
    }
}
