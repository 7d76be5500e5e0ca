using System.Diagnostics;
using System.IO.MemoryMappedFiles;
using Microsoft.Extensions.Configuration;

namespace NtmServerless.Functions.Hosting;

/// <summary>
/// Time of a folder that does not live by the real clock, in practice and rehearsals: whoever runs the app writes the clock into a small
/// shared file, the app reads it, so that a jump is seen at once. Only <see cref="GetUtcNow"/> is business time; timestamps and timers
/// stay the machine's. On the real clock nothing of this is there.
/// </summary>
/// <remarks>
/// Four Int64 of the machine's byte order: [0] sequence, odd while the others are being written; [8] an instant in UTC ticks; [16] the
/// Stopwatch timestamp at which it was that instant, 0 where the clock stands still; [24] the latest instant that may be read, in UTC ticks.
/// </remarks>
public sealed class BusinessTime : TimeProvider, IDisposable
{
    /// <summary>Names the file.</summary>
    public const string Setting = "BusinessClockFile";

    private const int Size = 4 * sizeof(long);

    private readonly SharedFile _clock;

    private BusinessTime(SharedFile clock) => _clock = clock;

    /// <exception cref="StartRefusedException">The file is not there, or no clock.</exception>
    public static TimeProvider From(IConfiguration configuration, VietnameseTexts texts) =>
        configuration[Setting] is { Length: > 0 } file ? new BusinessTime(SharedFile.Open(file, Size, FileAccess.Read, Setting, texts)) : System;

    public override DateTimeOffset GetUtcNow()
    {
        MemoryMappedViewAccessor clock = _clock.View;
        SpinWait again = default;
        while (true)
        {
            long sequence = clock.ReadInt64(0);
            Volatile.ReadBarrier();
            (long instant, long since, long latest) = (clock.ReadInt64(8), clock.ReadInt64(16), clock.ReadInt64(24));
            Volatile.ReadBarrier();
            if ((sequence & 1) == 0 && clock.ReadInt64(0) == sequence)
                return new DateTimeOffset(Math.Min(since == 0 ? instant : instant + Stopwatch.GetElapsedTime(since).Ticks, latest), TimeSpan.Zero);
            again.SpinOnce();
        }
    }

    public void Dispose() => _clock.Dispose();
}
