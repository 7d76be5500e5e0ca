using NtmServerless.Testing.Journal;

namespace NtmServerless.Bench;

/// <summary>The long form of the journal's crash tests: at least so many kills of Azurite under load, each followed by a check of everything.</summary>
internal static class JournalCrashes
{
    public static async Task<int> RunAsync(int kills)
    {
        int seed = Environment.TickCount;
        await using JournalCrash crash = new(seed);
        await crash.BeginAsync();
        for (int round = 0; crash.Kills < kills && crash.Violations.Count == 0; round++)
        {
            await crash.RoundAsync(JournalDamages.Possible[round % JournalDamages.Possible.Count]);
            if (round % 10 == 9) Console.WriteLine($"{crash.Kills} kills, {crash.Acknowledged} writes acknowledged");
        }

        Console.WriteLine(
            $"seed {seed}: {crash.Kills} kills, {crash.Acknowledged} writes acknowledged, {crash.Damages.Refusals} damaged journals refused, "
            + $"{crash.Damages.CutTails} unacknowledged tails cut off, {crash.Violations.Count} violations");
        foreach (string violation in crash.Violations) Console.WriteLine(violation);
        return crash.Violations.Count == 0 ? 0 : 1;
    }
}
