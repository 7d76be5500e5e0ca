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

    private FolderAzurite(string folder, AzuriteRecord record)
    {
        _folder = folder;
        Record = record;
    }

    public AzuriteRecord Record { get; }

    /// <exception cref="HostStartException">Azurite cannot be started, or a living one does not answer.</exception>
    public static async Task<FolderAzurite> OpenAsync(string folder, Func<string> tools)
    {
        string recordPath = RecordPath(folder);
        File.Delete(StopPath(folder));
        AzuriteRecord? record = AzuriteRecord.Read(recordPath);
        if (record is null || !record.IsAlive(folder))
        {
            File.Delete(recordPath);
            Launch(folder, tools());
        }

        using HttpClient http = new() { Timeout = TimeSpan.FromSeconds(2) };
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < _limit)
        {
            record = AzuriteRecord.Read(recordPath);
            if (record is not null && await record.AnswersAsync(http))
                return new FolderAzurite(folder, record);
            await Task.Delay(50);
        }

        throw new HostStartException(
            HostStartException.FolderInUse,
            $"Kho dữ liệu (Azurite) của thư mục {folder} không trả lời. Xem {Path.Combine(folder, "azurite.log")}.");
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

    private static void Launch(string folder, string tools)
    {
        string[] arguments =
        [
            Path.Combine(tools, "start.js"), Path.Combine(folder, "azurite.log"), folder,
            "--location", Path.Combine(folder, "azurite"), "--silent", "--skipApiVersionCheck", "--disableTelemetry",
            .. FreePorts(),
        ];
        AzuriteTools.Run("node", arguments, folder, showsOutput: false);
    }

    private static IEnumerable<string> FreePorts()
    {
        // All three are held until the last is known, so that no two are the same.
        TcpListener[] listeners = [new(IPAddress.Loopback, 0), new(IPAddress.Loopback, 0), new(IPAddress.Loopback, 0)];
        foreach (TcpListener listener in listeners)
            listener.Start();
        string[] ports = Array.ConvertAll(listeners, l => $"{((IPEndPoint)l.LocalEndpoint).Port}");
        foreach (TcpListener listener in listeners)
            listener.Dispose();
        return ["--blobPort", ports[0], "--queuePort", ports[1], "--tablePort", ports[2]];
    }

    private static string RecordPath(string folder) => Path.Combine(folder, "azurite.json");

    private static string StopPath(string folder) => Path.Combine(folder, "azurite.stop");
}
