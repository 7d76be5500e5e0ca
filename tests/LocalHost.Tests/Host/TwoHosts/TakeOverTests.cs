using System.Diagnostics;
using NtmServerless.LocalHost.Startup;
using NtmServerless.Testing;
using Xunit;

namespace NtmServerless.LocalHost.Tests.Host.TwoHosts;

/// <summary>The second of two hosts takes over when the first one was killed.</summary>
public sealed class KilledOwnerTests(AzuriteServer azurite)
{
    [Fact]
    public async Task Owner_Killed_IsFollowedByTheWaitingHostWithin30Seconds()
    {
        using TwoHosts hosts = await TwoHosts.StartAsync(azurite);

        hosts.Owner.Kill();
        long death = Stopwatch.GetTimestamp();
        List<Effect> left = await hosts.EffectsAsync();
        await Eventually.TrueAsync(
            async () => (await hosts.EffectsAsync()).Exists(e => e.Host == TwoHosts.Second), TimeSpan.FromSeconds(90), "the second host works");
        TimeSpan passed = Stopwatch.GetElapsedTime(death);
        List<Effect> effects = await hosts.StepsAsync(TwoHosts.Second, 2);

        TestContext.Current.TestOutputHelper!.WriteLine($"The second host went on {passed.TotalSeconds:0.0} s after the first one's death.");
        Assert.InRange(passed.TotalSeconds, 0, 30);
        foreach (IGrouping<string, Effect> instance in effects.GroupBy(e => e.Instance))
        {
            int last = left.Where(e => e.Instance == instance.Key).Max(e => e.Step);
            int first = instance.Where(e => e.Host == TwoHosts.Second).Min(e => e.Step);
            // The last step's end may not have been recorded; no earlier one is taken again, and none left out.
            Assert.InRange(first, last, last + 1);
            Assert.Equal(Enumerable.Range(1, instance.Max(e => e.Step)), instance.Select(e => e.Step).Distinct().Order());
        }
    }
}

/// <summary>The first of two hosts stands still for longer than its lease, and then goes on.</summary>
public sealed class StoppedOwnerTests(AzuriteServer azurite)
{
    [Fact]
    public async Task Owner_StoppedForLongerThanItsLease_EndsAndBeginsNothingBesideTheNextOne()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signal that stops a process.");
        const int stop = 19, goOn = 18;
        using TwoHosts hosts = await TwoHosts.StartAsync(azurite);
        await hosts.RestAsync();

        AppProcess.Signal(hosts.Owner.Id, stop);
        string[] notes = hosts.Notes();
        await hosts.StepsAsync(TwoHosts.Second, 1);
        AppProcess.Signal(hosts.Owner.Id, goOn);
        int exitCode = await hosts.Owner.EndAsync();
        List<Effect> effects = await hosts.StepsAsync(TwoHosts.Second, 1);

        Assert.Equal(HostStartException.LeaseLost, exitCode);
        Assert.Contains("MẤT QUYỀN SỞ HỮU", hosts.Owner.Said, StringComparison.Ordinal);
        Assert.Equal(notes, hosts.Notes());
        int takeOver = effects.FindIndex(e => e.Host == TwoHosts.Second);
        Assert.All(effects[takeOver..], e => Assert.Equal(TwoHosts.Second, e.Host));
        // Whoever's instance was written by somebody else would have read it again.
        Assert.DoesNotContain("storage differs from memory", hosts.Waiting.Said, StringComparison.Ordinal);
        Assert.DoesNotContain("storage differs from memory", hosts.Owner.Said, StringComparison.Ordinal);
    }
}
