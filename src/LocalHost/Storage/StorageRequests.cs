using System.Diagnostics.Metrics;
using System.IO.MemoryMappedFiles;
using NtmServerless.LocalHost.Files;

namespace NtmServerless.LocalHost.Storage;

/// <summary>How many storage requests were sent: by this host, and by the app, which counts its own in a file that both share.</summary>
internal sealed class StorageRequests : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly MemoryMappedFile? _file;
    private readonly MemoryMappedViewAccessor? _app;
    private long _host;

    /// <param name="appFile">The app's counter, which is made here; null when there is no app.</param>
    public StorageRequests(string? appFile = null)
    {
        if (appFile is not null)
        {
            _file = SharedFile.Create(appFile, sizeof(long));
            _app = _file.CreateViewAccessor(0, sizeof(long), MemoryMappedFileAccess.Read);
        }

        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument is { Name: RequestCounting.Instrument, Meter.Name: RequestCounting.HostMeter })
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((_, value, _, _) => Interlocked.Add(ref _host, value));
        _listener.Start();
    }

    public long Host => Interlocked.Read(ref _host);

    public long App => _app?.ReadInt64(0) ?? 0;

    public void Dispose()
    {
        _listener.Dispose();
        _app?.Dispose();
        _file?.Dispose();
    }
}
