using System.Diagnostics;
using System.Text.Json;
using NtmServerless.LocalHost.Durable;
using NtmServerless.LocalHost.Durable.Records;
using NtmServerless.LocalHost.Durable.Scheduling;
using NtmServerless.LocalHost.Durable.Turns;
using NtmServerless.LocalHost.Storage;
using NtmServerless.Testing;

namespace NtmServerless.LocalHost.Tests.Durable.Crash;

/// <summary>Runs workers that die, one after the other on one storage, and looks at what each leaves.</summary>
internal sealed class CrashHarness(string connection, string folder, int seed)
{
    private readonly DurableNames _names = new("C" + Guid.NewGuid().ToString("N"), "c" + Guid.NewGuid().ToString("N"));
    private readonly string _log = Path.Combine(folder, "log.txt");
    private readonly Random _random = new(seed);

    /// <summary>How often workers died at each point, or at a moment.</summary>
    public SortedDictionary<string, int> Deaths { get; } = new(StringComparer.Ordinal);

    /// <summary>Kills as many workers, then lets all instances end.</summary>
    /// <exception cref="InvalidOperationException">Something was lost or is there twice.</exception>
    public async Task RunAsync(int kills)
    {
        CommitPoint?[] points = [.. Enum.GetValues<CommitPoint>().Cast<CommitPoint?>(), null, null];
        for (int number = 0; number < kills; number++)
        {
            CommitPoint? point = points[number % points.Length];
            await RunWorkerAsync(number, point, point is null ? _random.Next(1, 500) : _random.Next(1, 5));
            string death = point?.ToString() ?? "a moment";
            Deaths[death] = Deaths.GetValueOrDefault(death) + 1;
            for (int instance = Math.Max(0, number - 5); instance <= number; instance++)
                await CheckAsync(CrashPlan.Instance(instance), mustHaveEnded: false);
        }

        await RunWorkerAsync(CrashPlan.Last, null, 0);
        for (int instance = 0; instance < kills; instance++)
            await CheckAsync(CrashPlan.Instance(instance), mustHaveEnded: true);
    }

    private async Task RunWorkerAsync(int number, CommitPoint? point, int times)
    {
        string assembly = typeof(CrashHarness).Assembly.Location;
        ProcessStartInfo info = new("dotnet", [assembly]) { RedirectStandardError = true };
        info.Environment["DOTNET_STARTUP_HOOKS"] = assembly;
        info.Environment["DOTNET_TieredPGO"] = "0";
        info.Environment[CrashPlan.Variable] =
            new CrashPlan(connection, _names.Table, _names.Container, _log, number, point, times).ToJson();
        using Process worker = Process.Start(info)!;
        string said = await worker.StandardError.ReadToEndAsync();
        await worker.WaitForExitAsync();
        // SIGKILL, or what Windows gives for it.
        if (number == CrashPlan.Last ? worker.ExitCode != 0 : worker.ExitCode is not (137 or -1))
            throw new InvalidOperationException($"Worker {number} ended by itself with {worker.ExitCode}: {said}");
    }

    private async Task CheckAsync(string id, bool mustHaveEnded)
    {
        ILookup<string, int> notes = await NotesAsync(id);
        StoredInstance? stored = await new InstanceStore(RequestCounting.Clients(connection), _names).LoadAsync(id, CancellationToken.None);
        if (stored is null)
        {
            Require(id, notes["started"].Any() || notes["acknowledged"].Any() ? "is gone" : null);
            return;
        }

        Require(id, mustHaveEnded && !stored.Header.IsCompleted ? "has not ended" : null);
        List<int> found = Numbers(stored);
        Require(id, found.Count != found.Distinct().Count() ? $"has a number twice: {string.Join(' ', found)}" : null);
        // What was answered and not taken because the end came first is refused, never answered.
        IEnumerable<int> lost = notes["acknowledged"].Except(found).Where(number => number != CrashPlan.End);
        Require(id, lost.Any() ? $"lost {string.Join(' ', lost)}" : null);
        Require(id, found.Except(notes["sent"]).Any() ? "has what nobody sent" : null);
    }

    // What is in the result, or in the input of the current execution, or came in since and is in history or in the inbox.
    private static List<int> Numbers(StoredInstance stored)
    {
        if (stored.Header.IsCompleted)
            return JsonSerializer.Deserialize<List<int>>(stored.Header.Output![1..])!;
        IEnumerable<string?> received = stored.Execution.Carried
            .Concat(stored.Execution.Turns.SelectMany(turn => turn.Received).OfType<EventReceived>())
            .Select(raised => raised.Payload)
            .Concat(stored.Inbox.Select(message => message.Payload));
        List<int> before = stored.Execution.Input is { } input ? JsonSerializer.Deserialize<List<int>>(input)! : [];
        return [.. before, .. received.Select(payload => int.Parse(payload!, null)).Where(number => number != CrashPlan.End)];
    }

    private async Task<ILookup<string, int>> NotesAsync(string id) =>
        (File.Exists(_log) ? await File.ReadAllLinesAsync(_log) : [])
            .Select(line => line.Split(' '))
            .Where(words => words.Length == 3 && words[1] == id && words[2].Length > 0)
            .ToLookup(words => words[0], words => int.Parse(words[2], null), StringComparer.Ordinal);

    private void Require(string id, string? wrong)
    {
        if (wrong is not null)
            throw new InvalidOperationException($"{id} {wrong} (seed {seed}).");
    }
}
