namespace NtmServerless.Testing.Journal;

/// <summary>
/// Kills Azurite again and again, while many write, while it starts, and with the journal's last bytes torn off or one of
/// its bytes changed, and checks after each start that everything acknowledged is there and nothing else.
/// </summary>
public sealed class JournalCrash(int seed) : IAsyncDisposable
{
    private const int Writers = 8;

    private readonly JournaledAzurite _azurite = new(savesOften: true);
    private readonly Random _random = new(seed);
    private readonly List<Writer> _writers = [];
    private readonly List<string> _violations = [];

    public int Kills { get; private set; }

    /// <summary>Starts that were refused because of bytes that the harness had damaged, and went well with them put back.</summary>
    public int Refusals { get; private set; }

    /// <summary>Starts after torn bytes that nobody had been told of.</summary>
    public int CutTails { get; private set; }

    public int Acknowledged => _writers.Sum(w => w.Acknowledged);

    public IReadOnlyList<string> Violations => _violations;

    public async Task BeginAsync()
    {
        await _azurite.StartWellAsync();
        string name = "crash" + Guid.NewGuid().ToString("N")[..8];
        for (int i = 0; i < Writers; i++) _writers.Add(new Writer(_azurite.ConnectionString, name, i, seed));
        await _writers[0].CreateAsync();
    }

    /// <summary>One life of Azurite: many write, it is killed, perhaps killed again while it starts, and everything is read.</summary>
    /// <param name="damage">0: only kills; 1: half a record at the end; 2: last bytes torn off; 3: a byte changed.</param>
    public async Task RoundAsync(int damage)
    {
        Task[] writing = [.. _writers.Select(w => w.RunAsync())];
        int enough = Acknowledged + _random.Next(1, 150);
        await Eventually.TrueAsync(() => Task.FromResult(Acknowledged >= enough), TimeSpan.FromMinutes(2), "writes are acknowledged");
        Kill();
        await Task.WhenAll(writing);
        if (damage != 0 && _azurite.Segments.LastOrDefault(s => s.Length > 0) is { } segment) await DamageAsync(segment.FullName, damage);
        while (_random.Next(3) == 0)
        {
            _azurite.Launch();
            await Task.Delay(_random.Next(100, 2500)); // Not a wait: the moment at which it dies.
            Kill();
        }

        await _azurite.StartWellAsync();
        await Task.WhenAll(_writers.Select(w => w.CheckAsync(Demand)));
    }

    public ValueTask DisposeAsync() => _azurite.DisposeAsync();

    private void Kill()
    {
        _azurite.Kill();
        Kills++;
    }

    private async Task DamageAsync(string path, int damage)
    {
        byte[] whole = await File.ReadAllBytesAsync(path);
        if (damage == 1)
        {
            // What a crash in the middle of a write leaves: the beginning of a record.
            int length = 24 + BitConverter.ToInt32(whole, 4);
            await File.WriteAllBytesAsync(path, [.. whole, .. whole[.._random.Next(1, length)]]);
            bool isLast = _azurite.Segments[^1].FullName == path;
            string? said = await _azurite.StartAsync();
            if (Demand(said is null == isLast, $"half a record at the end, last segment {isLast}: {said}") && isLast) CutTails++;
            if (said is null) Kill();
            else await File.WriteAllBytesAsync(path, whole);
            return;
        }

        byte[] broken = whole[..^(damage == 2 ? _random.Next(1, Math.Min(300, whole.Length)) : 0)];
        if (damage == 3) broken[_random.Next(broken.Length)] ^= (byte)(1 << _random.Next(8));
        await File.WriteAllBytesAsync(path, broken);
        string? refusal = await _azurite.StartAsync();
        if (refusal is null)
        {
            // Only a record that nobody had been told of may go; the check that follows decides.
            CutTails++;
            Kill();
            return;
        }

        Demand(refusal.Contains("\"journal-", StringComparison.Ordinal), refusal);
        Refusals++;
        await File.WriteAllBytesAsync(path, whole);
    }

    private bool Demand(bool holds, string what)
    {
        lock (_violations)
        {
            if (!holds) _violations.Add($"kill {Kills}: {what}");
        }

        return holds;
    }
}
