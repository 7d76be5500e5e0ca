using System.Buffers.Binary;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace NtmServerless.Functions.Tests.Startup;

/// <summary>The clock that a host gives the app, and the count of requests that the app gives back.</summary>
public sealed class SharedFilesTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2024, 5, 14, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Never = DateTimeOffset.MaxValue;

    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void Clock_WithoutTheSetting_IsTheMachines() => Assert.Same(TimeProvider.System, BusinessTime.From(new ConfigurationBuilder().Build(), new VietnameseTexts()));

    [Fact]
    public void Clock_ThatStandsStill_JumpsAtOnce()
    {
        WriteClock(2, Noon, 0, Never);
        using BusinessTime time = Clock();
        Assert.Equal(Noon, time.GetUtcNow());
        WriteClock(4, Noon.AddDays(30), 0, Never);
        Assert.Equal(Noon.AddDays(30), time.GetUtcNow());
    }

    [Fact]
    public void Clock_ThatRuns_GoesOnFromItsTimestamp_AndNeverBeyondItsEnd()
    {
        long anHourAgo = Stopwatch.GetTimestamp() - 3_600 * Stopwatch.Frequency;
        WriteClock(2, Noon, anHourAgo, Never);
        using BusinessTime time = Clock();
        Assert.InRange(time.GetUtcNow(), Noon.AddHours(1), Noon.AddHours(1).AddMinutes(5));
        WriteClock(4, Noon, anHourAgo, Noon.AddMinutes(30));
        Assert.Equal(Noon.AddMinutes(30), time.GetUtcNow());
    }

    [Fact]
    public async Task Clock_ThatIsBeingWritten_IsWaitedFor()
    {
        WriteClock(3, Noon, 0, Never);
        using BusinessTime time = Clock();
        Task<DateTimeOffset> read = Task.Run(time.GetUtcNow, TestContext.Current.CancellationToken);
        await Task.Delay(50, TestContext.Current.CancellationToken);
        Assert.False(read.IsCompleted);
        WriteClock(4, Noon.AddDays(1), 0, Never);
        Assert.Equal(Noon.AddDays(1), await read);
    }

    [Fact]
    public void Clock_Timestamps_StayTheMachines()
    {
        WriteClock(2, Noon, 0, Never);
        using BusinessTime time = Clock();
        Assert.InRange(time.GetElapsedTime(Stopwatch.GetTimestamp()), TimeSpan.Zero, TimeSpan.FromMinutes(5));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void AFileThatIsNotThereOrTooShort_RefusesTheStart(bool isThere)
    {
        if (!isThere) File.Delete(_file);
        StartRefusedException clock = Assert.Throws<StartRefusedException>(() => BusinessTime.From(Configured(BusinessTime.Setting), new VietnameseTexts()));
        StartRefusedException count = Assert.Throws<StartRefusedException>(() => StorageRequestCount.From(Configured(StorageRequestCount.Setting), new VietnameseTexts()));
        Assert.StartsWith(BusinessTime.Setting, clock.Message, StringComparison.Ordinal);
        Assert.StartsWith(StorageRequestCount.Setting, count.Message, StringComparison.Ordinal);
        Assert.Contains(_file, clock.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Requests_AreAddedUp_AcrossStarts()
    {
        File.WriteAllBytes(_file, new byte[sizeof(long)]);
        using Meter meter = new("NtmServerless.Storage");
        Counter<long> requests = meter.CreateCounter<long>("storage.requests");
        for (int start = 0; start < 2; start++)
        {
            using StorageRequestCount? counting = StorageRequestCount.From(Configured(StorageRequestCount.Setting), new VietnameseTexts());
            Parallel.For(0, 1_000, _ => requests.Add(1));
        }

        // Other tests of this process may have asked the storage meanwhile.
        Assert.InRange(BinaryPrimitives.ReadInt64LittleEndian(File.ReadAllBytes(_file)), 2_000, 10_000);
    }

    private BusinessTime Clock() => Assert.IsType<BusinessTime>(BusinessTime.From(Configured(BusinessTime.Setting), new VietnameseTexts()));

    private IConfiguration Configured(string setting) =>
        new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { [setting] = _file }).Build();

    private void WriteClock(long sequence, DateTimeOffset instant, long since, DateTimeOffset latest)
    {
        byte[] clock = new byte[32];
        BinaryPrimitives.WriteInt64LittleEndian(clock, sequence);
        BinaryPrimitives.WriteInt64LittleEndian(clock.AsSpan(8), instant.UtcTicks);
        BinaryPrimitives.WriteInt64LittleEndian(clock.AsSpan(16), since);
        BinaryPrimitives.WriteInt64LittleEndian(clock.AsSpan(24), latest.UtcTicks);
        // In place: a file that is mapped must not be cut.
        using FileStream file = new(_file, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        file.Write(clock);
    }
}
