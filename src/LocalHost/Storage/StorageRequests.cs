using System.Diagnostics.Metrics;

namespace NtmServerless.LocalHost.Storage;

/// <summary>How many storage requests this process has sent: the host's own and the app's.</summary>
internal sealed class StorageRequests : IDisposable
{
    private const string AppMeter = "NtmServerless.Storage";

    private readonly MeterListener _listener = new();
    private long _host;
    private long _app;

    public StorageRequests()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name == RequestCounting.Instrument && instrument.Meter.Name is RequestCounting.HostMeter or AppMeter)
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>(Count);
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, state) => Count(instrument, value, tags, state));
        _listener.Start();
    }

    public long Host => Interlocked.Read(ref _host);

    public long App => Interlocked.Read(ref _app);

    public void Dispose() => _listener.Dispose();

    private void Count(Instrument instrument, long value, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state)
    {
        ref long total = ref instrument.Meter.Name == AppMeter ? ref _app : ref _host;
        Interlocked.Add(ref total, value);
    }
}
