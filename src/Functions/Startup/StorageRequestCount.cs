using System.Diagnostics.Metrics;
using Microsoft.Extensions.Configuration;

namespace NtmServerless.Functions.Startup;

/// <summary>
/// Counts the app's storage requests into a shared file, so that whoever runs it (a rehearsal, a measurement) can read how many there
/// were: one Int64 of the machine's byte order, which goes on where it stood when the app starts again. Without the setting nothing is counted here.
/// </summary>
public sealed class StorageRequestCount : IDisposable
{
    /// <summary>Names the file, which has eight bytes or more.</summary>
    public const string Setting = "StorageRequestsFile";

    private readonly Lock _gate = new();
    private readonly MeterListener _listener = new();
    private readonly SharedFile _total;

    private StorageRequestCount(SharedFile total)
    {
        _total = total;
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument is { Name: "storage.requests", Meter.Name: "NtmServerless.Storage" }) listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((_, requests, _, _) => Add(requests));
        _listener.Start();
    }

    /// <summary>Counts from now on, where the setting asks for it.</summary>
    /// <exception cref="StartRefusedException">The file is not there, or too short.</exception>
    public static StorageRequestCount? From(IConfiguration configuration, VietnameseTexts texts) =>
        configuration[Setting] is { Length: > 0 } file ? new(SharedFile.Open(file, sizeof(long), FileAccess.ReadWrite, Setting, texts)) : null;

    public void Dispose()
    {
        _listener.Dispose();
        _total.Dispose();
    }

    // Only one app writes at a time, so that a lock of its own is enough.
    private void Add(long requests)
    {
        lock (_gate) _total.View.Write(0, _total.View.ReadInt64(0) + requests);
    }
}
