using System.Diagnostics.Metrics;

namespace NtmServerless.Storage.Tests.Support;

/// <summary>Counts the storage requests of the test that made it, from the product's own counter; other tests run beside it.</summary>
internal sealed class RequestCount : IDisposable
{
    private static readonly AsyncLocal<RequestCount?> Current = new();

    private readonly MeterListener _listener = new();
    private long _requests;

    public RequestCount()
    {
        Current.Value = this;
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == "NtmServerless.Storage" && instrument.Name == "storage.requests") listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((_, measured, _, _) =>
        {
            if (Current.Value == this) Interlocked.Add(ref _requests, measured);
        });
        _listener.Start();
    }

    public long Requests => Interlocked.Read(ref _requests);

    public void Dispose() => _listener.Dispose();
}
