using System.Globalization;

namespace NtmServerless.Testing.Journal;

/// <summary>What happens to the end of a dead Azurite's journal.</summary>
public enum JournalDamage
{
    None,

    /// <summary>Half a record is appended, as a crash in the middle of a write leaves it.</summary>
    HalfRecord,

    /// <summary>Up to 300 bytes are torn off.</summary>
    TornBytes,

    /// <summary>One bit is another.</summary>
    ChangedByte,

    /// <summary>The power went: whatever was not flushed is gone, in every file.</summary>
    PowerCut,
}

/// <summary>Damages the journal of a dead Azurite, starts it, and holds what it makes of the damage against what it should.</summary>
public sealed class JournalDamages(JournaledAzurite azurite, Random random)
{
    private const int Header = 24;

    /// <summary>Those that can be done on this system.</summary>
    public static IReadOnlyList<JournalDamage> Possible { get; } =
        [.. Enum.GetValues<JournalDamage>().Where(damage => damage != JournalDamage.PowerCut || OperatingSystem.IsLinux())];

    /// <summary>Starts that were refused because of the damage.</summary>
    public int Refusals { get; private set; }

    /// <summary>Starts that cut off what nobody had been told of.</summary>
    public int CutTails { get; private set; }

    /// <summary>
    /// Leaves Azurite dead, and the journal cut by its start, or put back after its refusal. Nothing is done while all is
    /// saved and the journal empty.
    /// </summary>
    /// <returns>What was wrong with the start; null when nothing was.</returns>
    public async Task<string?> DoAsync(JournalDamage damage)
    {
        if (damage == JournalDamage.PowerCut) await azurite.CutPowerAsync();
        if (damage is JournalDamage.None or JournalDamage.PowerCut || azurite.Segments.LastOrDefault(s => s.Length > 0) is not { } segment) return null;
        string path = segment.FullName;
        bool isLast = azurite.Segments[^1].FullName == path;
        byte[] whole = await File.ReadAllBytesAsync(path);
        byte[] damaged = Damaged(whole, damage);
        // A changed bit may be in a record that nobody was told of; whoever checks the content afterwards decides.
        bool isLoss = !isLast || (damage != JournalDamage.ChangedByte && LastWhole(segment.Name, damaged) < Acknowledged());
        await File.WriteAllBytesAsync(path, damaged);
        string? refusal = await azurite.StartAsync();
        if (refusal is null)
        {
            CutTails++;
            azurite.Kill();
            return isLoss ? $"{damage}: what had been acknowledged was cut off" : null;
        }

        Refusals++;
        await File.WriteAllBytesAsync(path, whole);
        return (isLoss || damage == JournalDamage.ChangedByte) && refusal.Contains("\"journal-", StringComparison.Ordinal)
            ? null : $"{damage}: {refusal}";
    }

    private byte[] Damaged(byte[] whole, JournalDamage damage)
    {
        if (damage == JournalDamage.HalfRecord) return [.. whole, .. whole[..random.Next(1, Header + BitConverter.ToInt32(whole, 4))]];
        if (damage == JournalDamage.TornBytes) return whole[..^random.Next(1, Math.Min(300, whole.Length))];
        byte[] changed = [.. whole];
        changed[random.Next(changed.Length)] ^= (byte)(1 << random.Next(8));
        return changed;
    }

    // The number of the last record that is all there, by the lengths that the records give.
    private static long LastWhole(string segment, byte[] content)
    {
        long number = long.Parse(segment["journal-".Length..^".log".Length], CultureInfo.InvariantCulture) - 1;
        for (long at = 0; at + Header <= content.Length;)
        {
            long next = at + Header + BitConverter.ToUInt32(content, (int)at + 4);
            if (next > content.Length) break;
            number = BitConverter.ToInt64(content, (int)at + 8);
            at = next;
        }

        return number;
    }

    private long Acknowledged()
    {
        byte[] mark = File.ReadAllBytes(Path.Combine(azurite.JournalFolder, "acknowledged"));
        return mark.Length < Header ? 0 : BitConverter.ToInt64(mark, 8);
    }
}
