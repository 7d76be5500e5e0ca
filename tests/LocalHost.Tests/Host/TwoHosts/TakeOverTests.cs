using System.Diagnostics;
using NtmServerless.Testing;
using Xunit;

namespace NtmServerless.LocalHost.Tests.Host.TwoHosts;

/// <summary>The second of two hosts takes over when the first one was killed.</summary>
public sealed class KilledOwnerTests
{
    [Fact]
    public async Task Owner_Killed_IsFollowedByTheWaitingHost_AsSoonAsTheLeaseIsOverAndTheAppHasStarted()
    {
        await using TwoHosts hosts = await TwoHosts.StartAsync();

        await hosts.Owner.KillAsync();
        long death = Stopwatch.GetTimestamp();
        List<Effect> left = hosts.Effects();
        await Eventually.TrueAsync(
            () => Task.FromResult(hosts.Effects().Exists(e => e.Host == TwoHosts.Second)), TimeSpan.FromSeconds(90), "the second host works");
        TimeSpan passed = Stopwatch.GetElapsedTime(death);
        List<Effect> effects = await hosts.StepsAsync(TwoHosts.Second, 2);

        TestContext.Current.TestOutputHelper!.WriteLine($"The second host went on {passed.TotalSeconds:0.0} s after the first one's death.");
        Assert.InRange(passed.TotalSeconds, 0, 40);
        GoOn(effects, left);
    }

    /// <summary>No step is left out, and none before the last one is taken again: the end of that may not have been recorded.</summary>
    internal static void GoOn(List<Effect> effects, List<Effect> left)
    {
        foreach (IGrouping<string, Effect> instance in effects.GroupBy(e => e.Instance))
        {
            int last = left.Where(e => e.Instance == instance.Key).Max(e => e.Step);
            Assert.InRange(instance.Where(e => e.Host == TwoHosts.Second).Min(e => e.Step), last, last + 1);
            Assert.Equal(Enumerable.Range(1, instance.Max(e => e.Step)), instance.Select(e => e.Step).Distinct().Order());
        }
    }
}

/// <summary>The first of two hosts stops in order, or stands still for longer than its lease and then goes on.</summary>
public sealed class StoppedOwnerTests
{
    [Fact]
    public async Task Owner_StoppedInOrder_HasEndedItsWorkBeforeTheNextOneBegins()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signal that interrupts a process.");
        await using TwoHosts hosts = await TwoHosts.StartAsync();

        int exitCode = await hosts.Owner.StopAsync();
        List<Effect> left = hosts.Effects(), effects = await hosts.StepsAsync(TwoHosts.Second, 2);

        Assert.Equal(0, exitCode);
        KilledOwnerTests.GoOn(effects, left);
        Assert.All(effects.SkipWhile(e => e.Host == TwoHosts.First), e => Assert.Equal(TwoHosts.Second, e.Host));
    }

    [Fact]
    public async Task Owner_StoppedForLongerThanItsLease_EndsAndBeginsNothingBesideTheNextOne()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signal that stops a process.");
        const int stop = 19, goOn = 18;
        await using TwoHosts hosts = await TwoHosts.StartAsync();
        await hosts.RestAsync();

        AppProcess.Signal(hosts.Owner.Pid, stop);
        string[] notes = hosts.Notes;
        await hosts.StepsAsync(TwoHosts.Second, 1);
        AppProcess.Signal(hosts.Owner.Pid, goOn);
        int exitCode = await hosts.Owner.EndAsync();
        List<Effect> effects = await hosts.StepsAsync(TwoHosts.Second, 1);

        Assert.Equal(HostStartException.LeaseLost, exitCode);
        Assert.Contains("MẤT QUYỀN SỞ HỮU", hosts.Owner.Output, StringComparison.Ordinal);
        Assert.Equal(notes, hosts.Notes);
        Assert.All(effects.SkipWhile(e => e.Host == TwoHosts.First), e => Assert.Equal(TwoHosts.Second, e.Host));
        // Whoever's instance was written by somebody else would have read it again.
        Assert.DoesNotContain("storage differs from memory", hosts.Waiting.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("storage differs from memory", hosts.Owner.Output, StringComparison.Ordinal);
    }
}
