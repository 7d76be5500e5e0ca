using System.Globalization;
using NtmServerless.LocalHost.Tests.Host.Support;
using NtmServerless.Testing;
using Xunit;

namespace NtmServerless.LocalHost.Tests.Durable.Crash;

/// <summary>
/// The engine's process is killed at every named point of the commit protocol and at random moments. The long form:
/// <c>NTM_KILLS=300</c> in the environment.
/// </summary>
public sealed class CrashTests(AzuriteServer azurite)
{
    [Fact]
    public async Task Process_KilledAnywhere_LosesNothingAcknowledgedAndRecordsNothingTwice()
    {
        int kills = int.TryParse(Environment.GetEnvironmentVariable("NTM_KILLS"), CultureInfo.InvariantCulture, out int wanted) ? wanted : 14;
        using TemporaryFolder folder = new();
        CrashHarness harness = new(azurite.ConnectionString, folder.Path, seed: Environment.TickCount);

        await harness.RunAsync(kills);

        TestContext.Current.SendDiagnosticMessage(string.Join(", ", harness.Deaths.Select(death => $"{death.Key}: {death.Value}")));
        Assert.Equal(kills, harness.Deaths.Values.Sum());
    }
}
