using NtmServerless.LocalHost.Tests.Host.Support;
using NtmServerless.LocalHost.Time;
using NtmServerless.Testing;
using Xunit;

namespace NtmServerless.LocalHost.Tests.Folder;

/// <summary>
/// The small files of a folder that was in use, each lost, empty, cut off or full of something else, as a power cut, a copy that broke
/// off and a careless hand leave them: made anew where that is safe, else told as damage. Nothing of it is a crash, another clock or an
/// open door.
/// </summary>
public sealed class SmallFileTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private static readonly string[] Small =
        ["host-key", "storage-key", "protection-secret", "lease-id", "azurite.json", "azurite.failed", "azurite.stop", "owner.json", "owner.lock", "clock.json", "clock.shared", "requests.shared"];

    /// <summary>All of them at once; with NTM_DAMAGES set, each alone.</summary>
    public static TheoryData<string, Damage> Files() => new(
        from file in Environment.GetEnvironmentVariable("NTM_DAMAGES") is null ? ["*"] : Small
        from damage in Enum.GetValues<Damage>()
        select (file, damage));

    public enum Damage
    {
        Lost,
        Empty,
        Cut,
        Zeros,
        Text,
    }

    /// <summary>A folder on the real clock: the next start is on the real clock, with its records, and nobody gets in without a key.</summary>
    [Theory]
    [MemberData(nameof(Files))]
    public async Task File_OfAFolderInUse_Damaged_IsMadeAnew(string file, Damage damage)
    {
        using TemporaryFolder folder = new();
        LaunchOptions options = RunningHost.Options(folder.Path) with { Plan = "own" };
        await using (RunningHost first = await RunningHost.StartAsync(options))
        {
            Assert.Equal("real", (await first.StatusAsync()).GetProperty("mode").GetString());
            await first.PostAsync("/api/start/waits/kept");
        }

        foreach (string one in file == "*" ? Small : [file])
            Do(damage, Path.Combine(folder.Path, one));

        await using RunningHost next = await RunningHost.StartAsync(options with { Plan = null });
        Assert.Equal("real", (await next.StatusAsync()).GetProperty("mode").GetString());
        foreach (string? key in (string?[])[null, ""])
        {
            using HttpResponseMessage stranger = await next.SendAsync(HttpMethod.Get, "/admin/host/status", key is null ? [] : [("x-functions-key", key)]);
            Assert.Equal(401, (int)stranger.StatusCode);
        }

        await next.PostAsync("/api/raise/kept/go", "7");
        Assert.Equal("Completed 7", await next.GetAsync("/api/end/kept"));
    }

    [Theory]
    [InlineData(Damage.Lost)]
    [InlineData(Damage.Empty)]
    [InlineData(Damage.Cut)]
    public async Task PracticeClock_Damaged_GoesOnFromWhatTheAppLastRead(Damage damage)
    {
        using TemporaryFolder folder = new();
        LaunchOptions options = RunningHost.Options(folder.Path);
        DateTimeOffset seen = new(2024, 4, 2, 1, 0, 0, TimeSpan.Zero);
        await using (RunningHost first = await RunningHost.StartAsync(options))
            await first.AdvanceAsync(seen);

        Do(damage, Path.Combine(folder.Path, "clock.json"));

        await using RunningHost next = await RunningHost.StartAsync(options);
        Assert.Equal("practice", (await next.StatusAsync()).GetProperty("mode").GetString());
        Assert.InRange((await next.StatusAsync()).GetProperty("now").GetDateTimeOffset(), seen, seen.AddMinutes(10));
    }

    [Fact]
    public void Clock_OfWhichNothingIsKnown_IsDamage_WithWhatToDo()
    {
        using TemporaryFolder folder = new();

        HostStartException refused = Assert.Throws<HostStartException>(
            () => BusinessClock.Open(new ClockFile(folder.Path), null, ownPlan: true, new LostClock(Recorded: null, folder.Path), TimeProvider.System));

        Assert.Equal(HostStartException.StorageFailed, refused.ExitCode);
        Assert.Contains("\"mode\":\"Real\"", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ClockFile_OfAnotherFolder_IsRefused_BeforeAnythingIsWrittenByIt()
    {
        using TemporaryFolder folder = new();
        LaunchOptions options = RunningHost.Options(folder.Path) with { Plan = "own" };
        await using (await RunningHost.StartAsync(options))
        {
        }

        new ClockFile(folder.Path).Write(new ClockState(ClockMode.Practice, BusinessClock.PracticeStart));
        HostStartException refused = await Assert.ThrowsAsync<HostStartException>(() => RunningHost.StartAsync(options));
        Assert.Equal(HostStartException.StorageFailed, refused.ExitCode);
        Assert.Contains("Hãy xóa tệp clock.json", refused.Message, StringComparison.Ordinal);

        File.Delete(Path.Combine(folder.Path, "clock.json"));
        await using RunningHost again = await RunningHost.StartAsync(options);
        Assert.Equal("real", (await again.StatusAsync()).GetProperty("mode").GetString());
    }

    private static void Do(Damage damage, string path)
    {
        byte[] whole = File.Exists(path) ? File.ReadAllBytes(path) : "{\"pid\":1,\"blobPort\":2}"u8.ToArray();
        if (damage == Damage.Lost)
            File.Delete(path);
        else
            File.WriteAllBytes(path, damage switch
            {
                Damage.Empty => [],
                Damage.Cut => whole[..(whole.Length / 2)],
                Damage.Zeros => new byte[Math.Max(whole.Length, 1)],
                _ => "Xin chào"u8.ToArray(),
            });
    }
}
