using System.Diagnostics.Metrics;

namespace NtmServerless.Functions.SystemStatus;

/// <summary>How many requests the app sent to the records' storage since it started, and how many failed.</summary>
public sealed class StorageTally : IDisposable
{
    private readonly MeterListener _listener = new();
    private long _requests;
    private long _failures;

    public StorageTally()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == "NtmServerless.Storage") listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((instrument, count, _, _) =>
        {
            if (instrument.Name == "storage.failures") Interlocked.Add(ref _failures, count);
            else if (instrument.Name == "storage.requests") Interlocked.Add(ref _requests, count);
        });
        _listener.Start();
    }

    public long Requests => Interlocked.Read(ref _requests);

    public long Failures => Interlocked.Read(ref _failures);

    public void Dispose() => _listener.Dispose();
}
