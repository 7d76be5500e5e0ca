using System.Diagnostics;
using System.Globalization;
using NtmServerless.LocalHost.Tests.Host.Support;
using NtmServerless.Testing;
using Xunit;

namespace NtmServerless.LocalHost.Tests.Durable.Crash;

/// <summary>
/// The engine's process is killed at every named point of the commit protocol and at random moments, the journaled Azurite
/// under it, and both; the end of its journal is torn. The long form: <c>NTM_KILLS=320</c> in the environment.
/// </summary>
public sealed class CrashTests
{
    [Fact]
    public async Task EngineAndStorage_KilledAnywhere_LoseNothingAcknowledgedAndRecordNothingTwice()
    {
        Assert.SkipUnless(AzuriteServer.IsInstalled, "Azurite is not installed: run ./test.sh with a network once, or npm ci in tools/azurite.");
        int kills = int.TryParse(Environment.GetEnvironmentVariable("NTM_KILLS"), CultureInfo.InvariantCulture, out int wanted) ? wanted : 16;
        using TemporaryFolder folder = new();
        await using CrashHarness harness = new(folder.Path, seed: Environment.TickCount);
        long start = Stopwatch.GetTimestamp();

        await harness.RunAsync(kills);

        TestContext.Current.TestOutputHelper!.WriteLine($"{Stopwatch.GetElapsedTime(start).TotalSeconds:0} s; {harness.Summary}");
        Assert.True(harness.Deaths.Values.Sum() >= kills);
    }
}
