namespace NtmServerless.Testing.Journal;

/// <summary>
/// Kills Azurite again and again, while many write, while it starts, with the journal's last bytes torn off or one of its
/// bytes changed, and with all gone that was not flushed, and checks after each start that everything acknowledged is there and nothing else.
/// </summary>
public sealed class JournalCrash : IAsyncDisposable
{
    private const int Writers = 8;

    private readonly JournaledAzurite _azurite;
    private readonly Random _random;
    private readonly List<Writer> _writers = [];
    private readonly List<string> _violations = [];

    public JournalCrash(int seed)
    {
        Seed = seed;
        _azurite = new JournaledAzurite { SavesOften = true, NotesFlushes = OperatingSystem.IsLinux() };
        _random = new Random(seed);
        Damages = new JournalDamages(_azurite, _random);
    }

    public int Seed { get; }

    public JournalDamages Damages { get; }

    public int Kills { get; private set; }

    public int Acknowledged => _writers.Sum(w => w.Acknowledged);

    public IReadOnlyList<string> Violations => _violations;

    public async Task BeginAsync()
    {
        await _azurite.StartWellAsync();
        string name = "crash" + Guid.NewGuid().ToString("N")[..8];
        for (int i = 0; i < Writers; i++) _writers.Add(new Writer(_azurite.ConnectionString, name, i, Seed));
        await _writers[0].CreateAsync();
    }

    /// <summary>One life of Azurite: many write, it is killed, perhaps killed again while it starts, and everything is read.</summary>
    public async Task RoundAsync(JournalDamage damage)
    {
        Task[] writing = [.. _writers.Select(w => w.RunAsync())];
        int enough = Acknowledged + _random.Next(1, 150);
        await Eventually.TrueAsync(() => Task.FromResult(Acknowledged >= enough), TimeSpan.FromMinutes(2), "writes are acknowledged");
        Kill();
        await Task.WhenAll(writing);
        if (await Damages.DoAsync(damage) is { } wrong) Demand(false, wrong);
        for (; _random.Next(3) == 0; Kills++)
            await _azurite.KillWhileItStartsAsync(TimeSpan.FromMilliseconds(_random.Next(100, 2500)));

        await _azurite.StartWellAsync();
        await Task.WhenAll(_writers.Select(w => w.CheckAsync(Demand)));
    }

    public ValueTask DisposeAsync() => _azurite.DisposeAsync();

    private void Kill()
    {
        _azurite.Kill();
        Kills++;
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
