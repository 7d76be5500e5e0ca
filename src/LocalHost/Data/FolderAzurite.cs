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
    private const int PortTries = 3;
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Word = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private readonly string _folder;
    private readonly string _key;
    private readonly Func<string> _tools;

    private FolderAzurite(string folder, string key, Func<string> tools, AzuriteRecord record)
    {
        _folder = folder;
        _key = key;
        _tools = tools;
        Record = record;
    }

    public AzuriteRecord Record { get; private set; }

    public string ConnectionString => Record.ConnectionString(_key);

    /// <param name="folder">The data folder.</param>
    /// <param name="tools">Where Azurite is installed.</param>
    /// <param name="ports">Chooses three ports for a new one (blobs, queues, tables); any free ones when not given.</param>
    /// <exception cref="HostStartException">The folder is damaged, or Azurite cannot run on it.</exception>
    public static async Task<FolderAzurite> OpenAsync(string folder, Func<string> tools, Func<int[]>? ports = null)
    {
        ports ??= FreePorts;
        string key = FolderSecrets.StorageKey(folder);
        File.Delete(StopPath(folder));
        AzuriteRecord? record = AzuriteRecord.Read(RecordPath(folder));
        if (record is not null && record.IsAlive(folder) && !record.HasKey(key))
        {
            // An earlier version's, or one whose key was lost: it cannot be asked, but it can be told to end.
            await StopAsync(folder, record);
            record = null;
        }

        record = record is not null && record.IsAlive(folder) ? await AnsweringAsync(folder, record.Pid) : await NewAsync(folder, tools(), ports);
        if (!record.HasKey(key))
        {
            // One whose record had been lost as well.
            await StopAsync(folder, record);
            record = await NewAsync(folder, tools(), ports);
        }

        return new FolderAzurite(folder, key, tools, record);
    }

    /// <summary>
    /// Starts Azurite again whenever it died, at the same ports, so that everyone's connection string stays true; what it
    /// had acknowledged comes back from the journal, leases and ETags included.
    /// </summary>
    /// <param name="say">Takes a line for the administrator.</param>
    /// <param name="hasStarted">Whether the host serves already: then it waits for room on a full disk.</param>
    /// <param name="returned">Called when it answers again.</param>
    /// <param name="stopping">Ends it.</param>
    /// <exception cref="HostStartException">It cannot be started again.</exception>
    public async Task KeepAliveAsync(Action<string> say, Func<bool> hasStarted, Action returned, CancellationToken stopping)
    {
        using PeriodicTimer look = new(TimeSpan.FromSeconds(1));
        while (await look.WaitForNextTickAsync(stopping))
        {
            if (Record.IsAlive(_folder))
                continue;
            say("Kho dữ liệu (Azurite) đã dừng bất ngờ; đang khởi động lại...");
            await RestartAsync(say, hasStarted, stopping);
            returned();
        }
    }

    /// <summary>Lets Azurite save and end, and waits for it; after a minute it is left to end by itself, or to be adopted by the next start.</summary>
    public Task StopAsync() => StopAsync(_folder, Record);

    private static async Task StopAsync(string folder, AzuriteRecord record)
    {
        await File.WriteAllTextAsync(StopPath(folder), "");
        long start = Stopwatch.GetTimestamp();
        while (record.IsAlive(folder))
        {
            if (Stopwatch.GetElapsedTime(start) > StopLimit)
            {
                Console.WriteLine("Kho dữ liệu (Azurite) vẫn đang ghi; nó tự dừng khi ghi xong.");
                return;
            }

            await Task.Delay(50);
        }

        File.Delete(RecordPath(folder));
        File.Delete(StopPath(folder));
    }

    private static int Launch(string folder, string tools, int[] ports)
    {
        File.Delete(RecordPath(folder));
        File.Delete(StorageFailure.PathIn(folder));
        return AzuriteTools.Start(tools, folder,
        [
            "--location", Path.Combine(folder, "azurite"), "--silent", "--skipApiVersionCheck", "--disableTelemetry",
            "--blobPort", $"{ports[0]}", "--queuePort", $"{ports[1]}", "--tablePort", $"{ports[2]}",
        ]);
    }

    // A port that was free when it was chosen may be another program's by the time Azurite asks for it.
    private static async Task<AzuriteRecord> NewAsync(string folder, string tools, Func<int[]> ports)
    {
        for (int tries = 1; ; tries++)
        {
            try
            {
                return await AnsweringAsync(folder, Launch(folder, tools, ports()));
            }
            catch (HostStartException taken) when (taken.ExitCode == HostStartException.PortTaken && tries < PortTries)
            {
                Console.WriteLine("Cổng vừa chọn cho kho dữ liệu (Azurite) đã bị chương trình khác dùng; đang chọn cổng khác...");
            }
        }
    }

    // As long as its process lives it is only slow: a large folder, a busy PC, a virus scanner.
    private static async Task<AzuriteRecord> AnsweringAsync(string folder, int pid)
    {
        using HttpClient http = new() { Timeout = TimeSpan.FromSeconds(2) };
        long start = Stopwatch.GetTimestamp();
        for (int words = 1; ;)
        {
            bool lives = AzuriteRecord.IsAlive(pid, folder);
            AzuriteRecord? record = AzuriteRecord.Read(RecordPath(folder));
            if (record is not null && record.Pid == pid && await record.AnswersAsync(http))
                return record;
            // The new one found a living holder of the folder whose record had been lost, and wrote it anew.
            if (!lives && record is not null && record.Pid != pid && record.IsAlive(folder))
                pid = record.Pid;
            else if (!lives)
                throw WhyItEnded(folder, record);
            if (Stopwatch.GetElapsedTime(start) > words * Word)
            {
                Console.WriteLine($"Kho dữ liệu (Azurite) chưa trả lời sau {words++ * Word.TotalSeconds:0} giây. Tiến trình {pid} của nó vẫn chạy nên máy chủ chờ tiếp; chi tiết ở {Path.Combine(folder, "azurite.log")}.");
            }

            await Task.Delay(50);
        }
    }

    private static HostStartException WhyItEnded(string folder, AzuriteRecord? record)
    {
        // A full disk also keeps the storage from saying why.
        if (FolderTrouble.Found(folder) is { } trouble)
            return trouble;
        if (StorageFailure.Read(folder) is { } failure)
            return failure.ToRefusal(folder);
        foreach (int port in record is null ? (int[])[] : [record.BlobPort, record.QueuePort, record.TablePort])
        {
            if (IsTaken(port))
            {
                return new HostStartException(
                    HostStartException.PortTaken,
                    $"Cổng {port} của kho dữ liệu (Azurite) đang được chương trình khác dùng. Hãy chạy lại: lần khởi động sau tự chọn cổng khác.");
            }
        }

        return new StorageFailure("other", folder, "dừng mà không nói lý do").ToRefusal(folder);
    }

    private static bool IsTaken(int port)
    {
        try
        {
            using TcpListener probe = new(IPAddress.Loopback, port);
            probe.Start();
            return false;
        }
        catch (SocketException)
        {
            return true;
        }
    }

    private async Task RestartAsync(Action<string> say, Func<bool> hasStarted, CancellationToken stopping)
    {
        for (bool said = false; ; said = true)
        {
            try
            {
                int pid = Launch(_folder, _tools(), [Record.BlobPort, Record.QueuePort, Record.TablePort]);
                Record = await AnsweringAsync(_folder, pid);
                return;
            }
            catch (HostStartException full) when (full.ExitCode == HostStartException.DiskFull && hasStarted())
            {
                if (!said)
                    say($"Ổ đĩa chứa thư mục dữ liệu {_folder} đã đầy. Hệ thống chưa lưu được gì thêm; hãy xóa bớt tệp không cần ở ổ đĩa này (không xóa gì trong thư mục dữ liệu). Hệ thống tự chạy tiếp khi có chỗ.");
            }

            await Task.Delay(Pause, stopping);
        }
    }

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
