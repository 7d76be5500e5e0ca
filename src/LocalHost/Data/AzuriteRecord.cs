using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace NtmServerless.LocalHost.Data;

/// <summary>azurite.json of a data folder, written by the storage process itself before it touches any data.</summary>
/// <param name="KeyId">The first 16 hexadecimal digits of SHA-256 of its account key; null: an earlier version's, with Azurite's well-known key.</param>
internal sealed record AzuriteRecord(int Pid, int BlobPort, int QueuePort, int TablePort, string? KeyId = null)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Null where there is none, or none that can be read: a power cut leaves an empty file.</summary>
    public static AzuriteRecord? Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<AzuriteRecord>(File.ReadAllBytes(path), Json);
        }
        catch (Exception none) when (none is FileNotFoundException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Whether a process is this folder's storage; one that merely got its number does not count.</summary>
    public static bool IsAlive(int pid, string folder)
    {
        try
        {
            using Process process = Process.GetProcessById(pid);
            if (process.HasExited)
                return false;
            return OperatingSystem.IsLinux()
                ? File.ReadAllText($"/proc/{pid}/cmdline").Split('\0').Contains(folder)
                : process.ProcessName.Contains("node", StringComparison.OrdinalIgnoreCase);
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException or IOException)
        {
            return false;
        }
    }

    public bool IsAlive(string folder) => IsAlive(Pid, folder);

    /// <summary>Whether it was started with this account key.</summary>
    public bool HasKey(string key) => KeyId == Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(key)))[..16];

    /// <summary>How its one account is reached; it listens on 127.0.0.1 only.</summary>
    public string ConnectionString(string key) =>
        $"DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey={key};"
        + $"BlobEndpoint=http://127.0.0.1:{BlobPort}/devstoreaccount1;"
        + $"QueueEndpoint=http://127.0.0.1:{QueuePort}/devstoreaccount1;"
        + $"TableEndpoint=http://127.0.0.1:{TablePort}/devstoreaccount1;";

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
