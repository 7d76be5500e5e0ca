using System.IO.MemoryMappedFiles;
using NtmServerless.LocalHost.Files;

namespace NtmServerless.LocalHost.Time;

/// <summary>
/// A moved or a practice clock as the app's process reads it, without asking: four numbers in a file that both have in memory.
/// The first is odd while the others are being written; they are the instant (UTC, ticks), the machine's timestamp of that
/// instant (0: the clock stands still), and the instant that nobody may read past, because it is not on disk yet.
/// </summary>
internal sealed class SharedClock : IDisposable
{
    private const int Size = 4 * sizeof(long);

    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private long _written;

    public SharedClock(string path)
    {
        _file = SharedFile.Create(path, Size);
        _view = _file.CreateViewAccessor(0, Size, MemoryMappedFileAccess.ReadWrite);
    }

    /// <summary>What the last host left in the file: nobody read past it. Null: no such file, or none that was written whole.</summary>
    public static DateTimeOffset? CeilingIn(string path)
    {
        if (!File.Exists(path) || File.ReadAllBytes(path) is not { Length: Size } left)
            return null;
        long ceiling = BitConverter.ToInt64(left, 3 * sizeof(long));
        return (BitConverter.ToInt64(left) & 1) == 0 && ceiling > 0 && ceiling <= DateTimeOffset.MaxValue.Ticks
            ? new DateTimeOffset(ceiling, TimeSpan.Zero) : null;
    }

    /// <summary>One writer at a time.</summary>
    public void Write(DateTimeOffset instant, long timestamp, DateTimeOffset ceiling)
    {
        _view.Write(0, ++_written);
        Interlocked.MemoryBarrier();
        _view.Write(sizeof(long), instant.UtcTicks);
        _view.Write(2 * sizeof(long), timestamp);
        _view.Write(3 * sizeof(long), ceiling.UtcTicks);
        Interlocked.MemoryBarrier();
        _view.Write(0, ++_written);
    }

    public void Dispose()
    {
        _view.Dispose();
        _file.Dispose();
    }
}
