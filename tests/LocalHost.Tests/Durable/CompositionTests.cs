using Microsoft.Extensions.DependencyInjection;
using NtmServerless.LocalHost.Durable;
using NtmServerless.LocalHost.Functions;
using NtmServerless.LocalHost.Tests.Durable.Support;
using NtmServerless.LocalHost.Time;
using NtmServerless.Testing;
using Xunit;

namespace NtmServerless.LocalHost.Tests.Durable;

public sealed class CompositionTests(AzuriteServer azurite)
{
    [Fact]
    public void AddDurableEngine_GivesOneEngineItsDueSourceAndItsTaskHub()
    {
        HostStorage storage = new(new(azurite.ConnectionString), new(azurite.ConnectionString));
        using ServiceProvider services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(storage)
            .AddSingleton<IFunctionInvoker>(new TestApp())
            .AddSingleton<TimeProvider>(new ManualTime())
            .AddSingleton<InFlight>()
            .AddDurableEngine()
            .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });

        Assert.Same(services.GetRequiredService<DurableEngine>(), services.GetRequiredService<IDueSource>());
        Assert.NotNull(services.GetRequiredService<TaskHub>());
    }
}
