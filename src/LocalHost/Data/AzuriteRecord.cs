using System.Diagnostics;
using System.Text.Json;

namespace NtmServerless.LocalHost.Data;

/// <summary>azurite.json of a data folder, written by the storage process itself before it touches any data.</summary>
internal sealed record AzuriteRecord(int Pid, int BlobPort, int QueuePort, int TablePort)
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web);

    /// <summary>Azurite's well-known development account: it listens on 127.0.0.1 only.</summary>
    public string ConnectionString =>
        "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;"
        + "AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;"
        + $"BlobEndpoint=http://127.0.0.1:{BlobPort}/devstoreaccount1;"
        + $"QueueEndpoint=http://127.0.0.1:{QueuePort}/devstoreaccount1;"
        + $"TableEndpoint=http://127.0.0.1:{TablePort}/devstoreaccount1;";

    public static AzuriteRecord? Read(string path) =>
        File.Exists(path) ? JsonSerializer.Deserialize<AzuriteRecord>(File.ReadAllBytes(path), _json) : null;

    /// <summary>Whether the recorded process still lives; a process that merely got its number does not count.</summary>
    public bool IsAlive(string folder)
    {
        try
        {
            using Process process = Process.GetProcessById(Pid);
            if (process.HasExited)
                return false;
            return OperatingSystem.IsLinux()
                ? File.ReadAllText($"/proc/{Pid}/cmdline").Split('\0').Contains(folder)
                : process.ProcessName.Contains("node", StringComparison.OrdinalIgnoreCase);
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException or IOException)
        {
            return false;
        }
    }

    /// <summary>Whether an Azurite answers at the table endpoint and at the blob endpoint.</summary>
    public async Task<bool> AnswersAsync(HttpClient http)
    {
        return await AnswersAsync(http, TablePort, "Azurite-Table") && await AnswersAsync(http, BlobPort, "Azurite-Blob");
    }

    private static async Task<bool> AnswersAsync(HttpClient http, int port, string server)
    {
        try
        {
            using HttpResponseMessage answer = await http.GetAsync(new Uri($"http://127.0.0.1:{port}/devstoreaccount1"));
            return answer.Headers.Server.ToString().Contains(server, StringComparison.Ordinal);
        }
        catch (Exception silent) when (silent is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }
}
