using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using NtmServerless.LocalHost.Startup;

namespace NtmServerless.LocalHost.Data;

/// <summary>
/// The one Azurite of a data folder. Two on one folder destroy each other's data, so a living one is adopted, and a new
/// one is started only when the recorded one is certainly gone. The caller holds the folder's <see cref="OwnerLock"/>.
/// </summary>
internal sealed class FolderAzurite
{
    private static readonly TimeSpan _limit = TimeSpan.FromSeconds(30);

    private readonly string _folder;
    private readonly Func<string> _tools;

    private FolderAzurite(string folder, Func<string> tools, AzuriteRecord record)
    {
        _folder = folder;
        _tools = tools;
        Record = record;
    }

    public AzuriteRecord Record { get; private set; }

    /// <exception cref="HostStartException">The folder is damaged, Azurite cannot be started, or a living one does not answer.</exception>
    public static async Task<FolderAzurite> OpenAsync(string folder, Func<string> tools)
    {
        File.Delete(StopPath(folder));
        AzuriteRecord? record = AzuriteRecord.Read(RecordPath(folder));
        if (record is null || !record.IsAlive(folder))
            Launch(folder, tools(), FreePorts());
        return new FolderAzurite(folder, tools, await AnsweringAsync(folder));
    }

    /// <summary>
    /// Starts Azurite again whenever it died, at the same ports, so that everyone's connection string stays true; what it
    /// had acknowledged comes back from the journal, leases and ETags included.
    /// </summary>
    /// <exception cref="HostStartException">It cannot be started again.</exception>
    public async Task KeepAliveAsync(Action restarting, CancellationToken stopping)
    {
        using PeriodicTimer look = new(TimeSpan.FromSeconds(1));
        while (await look.WaitForNextTickAsync(stopping))
        {
            if (Record.IsAlive(_folder))
                continue;
            restarting();
            Launch(_folder, _tools(), [Record.BlobPort, Record.QueuePort, Record.TablePort]);
            Record = await AnsweringAsync(_folder);
        }
    }

    /// <summary>Lets Azurite save and end, and waits for it.</summary>
    /// <exception cref="TimeoutException">It still runs after 30 s; the next start adopts it.</exception>
    public async Task StopAsync()
    {
        await File.WriteAllTextAsync(StopPath(_folder), "");
        long start = Stopwatch.GetTimestamp();
        while (Record.IsAlive(_folder))
        {
            if (Stopwatch.GetElapsedTime(start) > _limit)
                throw new TimeoutException($"Azurite ({Record.Pid}) did not end within {_limit.TotalSeconds:0} s.");
            await Task.Delay(50);
        }

        File.Delete(RecordPath(_folder));
        File.Delete(StopPath(_folder));
    }

    private static void Launch(string folder, string tools, int[] ports)
    {
        File.Delete(RecordPath(folder));
        File.Delete(StorageFailure.PathIn(folder));
        string[] arguments =
        [
            Path.Combine(tools, "start.js"), Path.Combine(folder, "azurite.log"), folder,
            "--location", Path.Combine(folder, "azurite"), "--silent", "--skipApiVersionCheck", "--disableTelemetry",
            "--blobPort", $"{ports[0]}", "--queuePort", $"{ports[1]}", "--tablePort", $"{ports[2]}",
        ];
        AzuriteTools.Run("node", arguments, folder, showsOutput: false);
    }

    private static async Task<AzuriteRecord> AnsweringAsync(string folder)
    {
        using HttpClient http = new() { Timeout = TimeSpan.FromSeconds(2) };
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < _limit)
        {
            AzuriteRecord? record = AzuriteRecord.Read(RecordPath(folder));
            if (record is not null && !record.IsAlive(folder))
                throw StorageFailure.Read(folder)?.ToRefusal(folder) ?? Silent(folder);
            if (record is not null && await record.AnswersAsync(http))
                return record;
            await Task.Delay(50);
        }

        throw Silent(folder);
    }

    private static HostStartException Silent(string folder) => new(
        HostStartException.FolderInUse,
        $"Kho dữ liệu (Azurite) của thư mục {folder} không trả lời. Xem {Path.Combine(folder, "azurite.log")}.");

    private static int[] FreePorts()
    {
        // All three are held until the last is known, so that no two are the same.
        TcpListener[] listeners = [new(IPAddress.Loopback, 0), new(IPAddress.Loopback, 0), new(IPAddress.Loopback, 0)];
        foreach (TcpListener listener in listeners)
            listener.Start();
        int[] ports = Array.ConvertAll(listeners, l => ((IPEndPoint)l.LocalEndpoint).Port);
        foreach (TcpListener listener in listeners)
            listener.Dispose();
        return ports;
    }

    private static string RecordPath(string folder) => Path.Combine(folder, "azurite.json");

    private static string StopPath(string folder) => Path.Combine(folder, "azurite.stop");
}
