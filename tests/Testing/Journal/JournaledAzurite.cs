using System.Diagnostics;
using System.Security.Cryptography;

namespace NtmServerless.Testing.Journal;

/// <summary>The Azurite of a data folder as the host starts it, with its journal; killed and started again at will, at the same ports.</summary>
public sealed class JournaledAzurite : IAsyncDisposable
{
    private const string OftenScript =
        "const { setInterval } = globalThis; globalThis.setInterval = (act, time, ...rest) => setInterval(act, time === 5000 ? 100 : time, ...rest);";

    private static readonly string Power = Path.Combine(AzuriteServer.RepositoryRoot(), "tests", "Testing", "Journal", "power.js");

    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private readonly int[] _ports = [AzuriteServer.FreePort(), AzuriteServer.FreePort(), AzuriteServer.FreePort()];
    private readonly string _key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(64));
    private Process? _process;

    /// <summary>Lets it, from its next start, save changed databases every 0.1 s instead of every 5 s, so that many saves meet many writes and kills.</summary>
    public bool SavesOften { get; set; }

    /// <summary>Notes what it flushes, from its next start, so that the power can be cut. Linux only.</summary>
    public bool NotesFlushes { get; set; }

    public string Folder { get; } = Directory.CreateTempSubdirectory("ntm-journal-").FullName;

    public string JournalFolder => Path.Combine(Folder, "journal");

    public string ConnectionString =>
        $"DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey={_key};"
        + $"BlobEndpoint=http://127.0.0.1:{_ports[0]}/devstoreaccount1;QueueEndpoint=http://127.0.0.1:{_ports[1]}/devstoreaccount1;"
        + $"TableEndpoint=http://127.0.0.1:{_ports[2]}/devstoreaccount1;";

    private string Flushed => Path.Combine(Folder, "flushed");

    /// <summary>The journal's segments in order.</summary>
    public IReadOnlyList<FileInfo> Segments => [.. new DirectoryInfo(JournalFolder).GetFiles("journal-*.log").OrderBy(f => f.Name, StringComparer.Ordinal)];

    /// <summary>Starts it and does not wait.</summary>
    public void Launch()
    {
        File.WriteAllText(Path.Combine(Folder, "storage-key"), _key);
        File.Delete(Path.Combine(Folder, "azurite.json"));
        File.Delete(Path.Combine(Folder, "azurite.failed"));
        File.Delete(Path.Combine(Folder, "azurite.stop"));
        string often = Path.Combine(Folder, "saves-often.js");
        if (SavesOften) File.WriteAllText(often, OftenScript);
        string[] args =
        [
            .. NotesFlushes ? (string[])["--require", Power] : [],
            .. SavesOften ? (string[])["--require", often] : [],
            Path.Combine(AzuriteServer.RepositoryRoot(), "tools", "azurite", "serve.js"), Folder,
            "--location", Path.Combine(Folder, "azurite"), "--silent", "--skipApiVersionCheck", "--disableTelemetry",
            "--blobPort", $"{_ports[0]}", "--queuePort", $"{_ports[1]}", "--tablePort", $"{_ports[2]}",
        ];
        ProcessStartInfo info = new("node", args) { RedirectStandardOutput = true, RedirectStandardError = true };
        info.Environment["NTM_FLUSHED"] = Flushed;
        Process process = Process.Start(info)!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        _process = process;
    }

    /// <summary>Starts it; null when it answers, or else what it refused to start for.</summary>
    public async Task<string?> StartAsync()
    {
        Launch();
        await Eventually.TrueAsync(
            async () => _process!.HasExited || (await AzuriteServer.AcceptsAsync(_ports[0]) && await AzuriteServer.AcceptsAsync(_ports[2])),
            StartLimit, "Azurite listens or ends");
        return _process!.HasExited ? await File.ReadAllTextAsync(Path.Combine(Folder, "azurite.failed")) : null;
    }

    /// <summary>Starts it and fails when it refuses.</summary>
    public async Task StartWellAsync()
    {
        if (await StartAsync() is { } refusal) throw new InvalidOperationException(refusal);
    }

    /// <summary>SIGKILL: nothing of it runs any more code.</summary>
    public void Kill()
    {
        _process!.Kill();
        _process.WaitForExit();
        _process.Dispose();
        _process = null;
    }

    /// <summary>Of a dead one: every file is left as its last flush put it on the disk, and one that was never flushed is empty.</summary>
    public async Task CutPowerAsync()
    {
        foreach (string folder in (string[])[JournalFolder, Path.Combine(Folder, "azurite")])
        {
            ProcessStartInfo info = new("node", [Power, folder]);
            info.Environment["NTM_FLUSHED"] = Flushed;
            using Process cutting = Process.Start(info)!;
            await cutting.WaitForExitAsync();
            if (cutting.ExitCode != 0) throw new InvalidOperationException($"The power of {folder} could not be cut.");
        }
    }

    /// <summary>Starts it and kills it so much later, in the middle of its start or soon after.</summary>
    public async Task KillWhileItStartsAsync(TimeSpan later)
    {
        Launch();
        await Task.Delay(later); // Not a wait: the moment at which it dies.
        Kill();
    }

    public ValueTask DisposeAsync()
    {
        if (_process is not null) Kill();
        Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
