using NtmServerless.LocalHost.Tests.Host.Support;
using NtmServerless.LocalHost.Time;
using NtmServerless.Testing;
using Xunit;

namespace NtmServerless.LocalHost.Tests.Host;

public sealed class TimerTests(AzuriteServer azurite) : IDisposable
{
    private static readonly DateTimeOffset Start = new(2024, 5, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder _folder = new();

    private ProbeNotes Notes => new(_folder.Path);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Advance_RunsEveryDueMomentInOrder_EachAtItsOwnInstant_AlsoWhatFailed()
    {
        await using RunningHost host = await RunningHost.StartAsync(Options());

        await host.AdvanceAsync(Start.AddHours(2).AddMinutes(30));

        Assert.Equal(
            [
                "Failing 01:00:00 last 0001-01-01T00 next 01 late False",
                "Hourly 01:00:00 last 0001-01-01T00 next 01 late False",
                "EveryTwoHours 02:00:00 last 0001-01-01T00 next 02 late False",
                "Failing 02:00:00 last 2024-05-01T01 next 02 late False",
                "Hourly 02:00:00 last 2024-05-01T01 next 02 late False",
            ],
            Notes.All());
    }

    [Fact]
    public async Task MissedRun_IsMadeUpForOnceAtStart_AsPastDue()
    {
        LaunchOptions options = Options();
        await using (RunningHost first = await RunningHost.StartAsync(options))
            await first.AdvanceAsync(Start.AddHours(1));
        new ClockFile(_folder.Path).Write(new ClockState(ClockMode.Virtual, Start.AddHours(5).AddMinutes(30)));

        await using RunningHost again = await RunningHost.StartAsync(options);
        await again.AdvanceAsync(Start.AddHours(6));

        Assert.Equal(
            ["Hourly 05:30:00 last 2024-05-01T01 next 02 late True", "Hourly 06:00:00 last 2024-05-01T05 next 06 late False"],
            Notes.All("Hourly")[1..]);
    }

    [Fact]
    public async Task Schedule_BelowAMinute_HasNoStatus_AndRunOnStartupRunsAtOnce()
    {
        LaunchOptions options = Options();
        options = options with { Settings = new Dictionary<string, string?>(options.Settings) { ["Lich"] = "*/20 * * * * *" } };
        await using RunningHost host = await RunningHost.StartAsync(options);

        await host.AdvanceAsync(Start.AddSeconds(45));

        Assert.Equal(
            ["BySetting 00:00:00 last unknown late False", "BySetting 00:00:20 last unknown late False", "BySetting 00:00:40 last unknown late False"],
            Notes.All());
    }

    private LaunchOptions Options() => RunningHost.Options(_folder.Path, azurite) with { VirtualStart = Start };
}
