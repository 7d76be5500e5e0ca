using System.Diagnostics;
using System.Globalization;
using System.IO.MemoryMappedFiles;
using Microsoft.Extensions.Configuration;

namespace NtmServerless.ProbeApp;

/// <summary>What tests see of the app, and how they hold it up: files in the folder that the setting <c>Probe</c> names.</summary>
public sealed class Probe(IConfiguration configuration)
{
    private static readonly Lock Gate = new();
    private readonly string? _folder = configuration["Probe"];

    /// <summary>The business time that the host has told, by the file that the official app reads too.</summary>
    public DateTimeOffset Now()
    {
        if (configuration["BusinessClockFile"] is not { } path)
            return DateTimeOffset.UtcNow;
        using MemoryMappedFile file = Open(path, FileAccess.Read);
        using MemoryMappedViewAccessor clock = file.CreateViewAccessor(0, 4 * sizeof(long), MemoryMappedFileAccess.Read);
        long sequence, instant;
        do
        {
            sequence = clock.ReadInt64(0);
            long since = clock.ReadInt64(16);
            instant = clock.ReadInt64(8) + (since == 0 ? 0 : Stopwatch.GetElapsedTime(since).Ticks);
        }
        while (sequence % 2 != 0 || sequence != clock.ReadInt64(0));
        return new DateTimeOffset(instant, TimeSpan.Zero);
    }

    /// <summary>Counts as many storage requests as if they had been sent.</summary>
    public void CountRequests(int requests)
    {
        using MemoryMappedFile file = Open(configuration["StorageRequestsFile"]!, FileAccess.ReadWrite);
        using MemoryMappedViewAccessor total = file.CreateViewAccessor(0, sizeof(long));
        total.Write(0, total.ReadInt64(0) + requests);
    }

    /// <summary>Adds a line, with the machine's time before it, to the file <c>notes</c>.</summary>
    public void Note(string text)
    {
        if (_folder is null)
            return;
        lock (Gate)
        {
            using FileStream notes = new(Path.Combine(_folder, "notes"), FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
            notes.Write(System.Text.Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{DateTime.UtcNow.Ticks} {text}\n")));
        }
    }

    /// <summary>Waits until a file of that name is there.</summary>
    public async Task WaitAsync(string name)
    {
        while (!File.Exists(Path.Combine(_folder!, name)))
            await Task.Delay(20);
    }

    private static MemoryMappedFile Open(string path, FileAccess access) => MemoryMappedFile.CreateFromFile(
        new FileStream(path, FileMode.Open, access, FileShare.ReadWrite | FileShare.Delete), null, 0,
        access == FileAccess.Read ? MemoryMappedFileAccess.Read : MemoryMappedFileAccess.ReadWrite, HandleInheritability.None, leaveOpen: false);
}
