using NtmServerless.LocalHost.Durable;
using NtmServerless.LocalHost.Storage;
using NtmServerless.LocalHost.Tests.Workers;
using NtmServerless.Testing;
using NtmServerless.Testing.Journal;

namespace NtmServerless.LocalHost.Tests.Durable.Crash;

/// <summary>
/// Runs workers one after the other on one storage, lets them, the storage, or both die, damages the end of its journal,
/// and looks at what each death leaves.
/// </summary>
internal sealed class CrashHarness : IAsyncDisposable
{
    private enum Victim
    {
        Engine,
        Storage,
        StorageThenEngine,
        Both,
    }

    // In 16 rounds each point of the protocol once, and each damage with some death of the storage.
    private static readonly Victim[] Victims =
    [
        Victim.Engine, Victim.Engine, Victim.Storage, Victim.Engine, Victim.Engine, Victim.Both, Victim.Engine, Victim.Engine,
        Victim.StorageThenEngine, Victim.Engine, Victim.Engine, Victim.Storage, Victim.Engine, Victim.Engine, Victim.Engine, Victim.Both,
    ];

    private static readonly CommitPoint?[] Points = [.. Enum.GetValues<CommitPoint>().Cast<CommitPoint?>(), null];
    private static readonly JournalDamage[] Damages = [JournalDamage.HalfRecord, JournalDamage.TornBytes, JournalDamage.None];

    private readonly JournaledAzurite _azurite = new();
    private readonly Random _random;
    private readonly JournalDamages _damages;
    private readonly CrashPlan _plan;
    private readonly CrashCheck _check;
    private readonly int _seed;
    private int _engineDeaths;
    private int _storageDeaths;

    public CrashHarness(string folder, int seed)
    {
        _seed = seed;
        _random = new Random(seed);
        _damages = new JournalDamages(_azurite, _random);
        _plan = new CrashPlan(_azurite.ConnectionString, "Crash", "crash", folder, 0, null, 0);
        _check = new CrashCheck(_plan);
    }

    /// <summary>How often who died at which point; and how the storage's starts took the damage of its journal.</summary>
    public SortedDictionary<string, int> Deaths { get; } = new(StringComparer.Ordinal);

    public string Summary => $"seed {_seed}; {string.Join(", ", Deaths.Select(death => $"{death.Key}: {death.Value}"))}; "
        + $"journals refused for torn bytes: {_damages.Refusals}, unacknowledged tails cut off: {_damages.CutTails}";

    /// <summary>Goes through as many deaths, then lets all instances end.</summary>
    /// <exception cref="InvalidOperationException">Something was lost or is there twice.</exception>
    public async Task RunAsync(int deaths)
    {
        await _azurite.StartWellAsync();
        await RequestCounting.Clients(_azurite.ConnectionString).Tables.GetTableClient(_plan.Effects).CreateAsync();
        for (int number = 0; number < deaths; number++)
        {
            await LetDieAsync(number, Victims[number % Victims.Length]);
            for (int instance = Math.Max(0, number - 5); instance <= number; instance++)
                await RequireAsync(instance, mustHaveEnded: false);
        }

        using WorkerProcess last = Start(CrashPlan.Last, null, 0);
        await EndedAsync(last, CrashPlan.Last, killed: false);
        for (int instance = 0; instance < deaths; instance++)
            await RequireAsync(instance, mustHaveEnded: true);
    }

    public ValueTask DisposeAsync() => _azurite.DisposeAsync();

    private async Task LetDieAsync(int number, Victim victim)
    {
        if (victim == Victim.Engine)
        {
            CommitPoint? point = Points[_engineDeaths++ % Points.Length];
            using WorkerProcess dying = Start(number, point, point is null ? _random.Next(1, 1000) : _random.Next(1, 5));
            await EndedAsync(dying, number, killed: true);
            Count($"engine at {point?.ToString() ?? "a moment"}");
            return;
        }

        JournalDamage damage = Damages[_storageDeaths++ % Damages.Length];
        using WorkerProcess worker = Start(number, null, 0);
        await NotesAsync(worker, number, _random.Next(-5, 60));
        bool engineFirst = victim == Victim.Both && _random.Next(2) == 0;
        if (engineFirst)
            worker.Kill();
        _azurite.Kill();
        if (victim == Victim.StorageThenEngine)
            await Task.Delay(_random.Next(1000)); // Not a wait: the moment at which the engine dies.
        if (victim != Victim.Storage)
        {
            if (!engineFirst)
                worker.Kill();
            await EndedAsync(worker, number, killed: true);
        }

        await StartStorageAgainAsync(damage);
        if (victim == Victim.Storage)
        {
            // It lives, and goes on.
            await NotesAsync(worker, number, Notes(number) + 10);
            worker.EndInput();
            await EndedAsync(worker, number, killed: false);
        }

        Count($"{victim}, {damage}");
    }

    private async Task StartStorageAgainAsync(JournalDamage damage)
    {
        if (await _damages.DoAsync(damage) is { } wrong)
            throw new InvalidOperationException($"{wrong} (seed {_seed}).");
        _azurite.SavesOften = _random.Next(2) == 0;
        for (; _random.Next(4) == 0; Count("storage while it starts"))
            await _azurite.KillWhileItStartsAsync(TimeSpan.FromMilliseconds(_random.Next(100, 1500)));
        await _azurite.StartWellAsync();
    }

    private WorkerProcess Start(int number, CommitPoint? point, int times) =>
        WorkerProcess.Start(_plan with { Number = number, Point = point, Times = times });

    // As many notes about the worker's own instance.
    private Task NotesAsync(WorkerProcess worker, int number, int notes) => Eventually.TrueAsync(
        () => Task.FromResult(Notes(number) >= notes || worker.HasExited), TimeSpan.FromSeconds(90), $"{notes} notes of worker {number}");

    private int Notes(int number)
    {
        string path = _plan.NotesOf(CrashPlan.Instance(number));
        return File.Exists(path) ? File.ReadLines(path).Count() : 0;
    }

    private async Task EndedAsync(WorkerProcess worker, int number, bool killed)
    {
        int exitCode = await worker.EndAsync();
        // SIGKILL, or what Windows gives for it.
        if (killed ? exitCode is not (137 or -1) : exitCode != 0)
            throw new InvalidOperationException($"Worker {number} ended with {exitCode} (seed {_seed}): {worker.Said}");
    }

    private async Task RequireAsync(int number, bool mustHaveEnded)
    {
        string instance = CrashPlan.Instance(number);
        if (await _check.WrongAsync(instance, mustHaveEnded) is { } wrong)
            throw new InvalidOperationException($"{instance} {wrong} (seed {_seed}).");
    }

    private void Count(string death) => Deaths[death] = Deaths.GetValueOrDefault(death) + 1;
}
