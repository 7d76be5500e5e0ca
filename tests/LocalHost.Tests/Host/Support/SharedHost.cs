using NtmServerless.LocalHost.Tests.Host.Support;
using Xunit;

[assembly: AssemblyFixture(typeof(SharedHost))]

namespace NtmServerless.LocalHost.Tests.Host.Support;

/// <summary>One host for all tests that leave it as they found it, on an Azurite of its own; it starts when the first of them asks.</summary>
public class SharedHost : IAsyncDisposable
{
    private readonly Lazy<Task<RunningHost>> _host = new(() => RunningHost.StartAsync());

    internal Task<RunningHost> HostAsync() => _host.Value;

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_host.IsValueCreated)
            await (await _host.Value).DisposeAsync();
    }
}

/// <summary>A host for the tests of one class, which kill its worker.</summary>
public sealed class MortalHost : SharedHost;
