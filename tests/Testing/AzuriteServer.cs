using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Xunit;

namespace NtmServerless.Testing;

/// <summary>
/// One real Azurite on a temporary folder and free ports, shared by the tests of one assembly
/// (<c>[assembly: AssemblyFixture(typeof(AzuriteServer))]</c>). Tests keep apart by table prefixes, never by order.
/// </summary>
public sealed class AzuriteServer : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ntm-azurite-").FullName;
    private Process? _process;
    private string _connection = "";

    private static string Script =>
        Path.Combine(RepositoryRoot(), "tools", "azurite", "node_modules", "azurite", "dist", "src", "azurite.js");

    /// <summary>Connection string with blob, queue and table endpoints.</summary>
    /// <remarks>Where Azurite is not installed, whoever asks is skipped, by name and with the reason.</remarks>
    public string ConnectionString
    {
        get
        {
            Assert.SkipUnless(IsInstalled, "Azurite is not installed: run ./test.sh with a network once, or npm ci in tools/azurite.");
            return _connection;
        }
    }

    /// <summary>Id of its process, for tests that stop it.</summary>
    public int Pid => _process!.Id;

    /// <summary>Whether the pinned Azurite stands in tools/azurite.</summary>
    public static bool IsInstalled => File.Exists(Script);

    public async ValueTask InitializeAsync()
    {
        if (!IsInstalled) return;
        int blob = FreePort(), queue = FreePort(), table = FreePort();
        string[] args =
        [
            Script, "--location", _folder, "--silent", "--skipApiVersionCheck", "--disableTelemetry",
            "--blobPort", $"{blob}", "--queuePort", $"{queue}", "--tablePort", $"{table}",
        ];
        _process = Process.Start(new ProcessStartInfo("node", args) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        _connection =
            "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;"
            + "AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;"
            + $"BlobEndpoint=http://127.0.0.1:{blob}/devstoreaccount1;QueueEndpoint=http://127.0.0.1:{queue}/devstoreaccount1;"
            + $"TableEndpoint=http://127.0.0.1:{table}/devstoreaccount1;";
        foreach (int port in (int[])[blob, queue, table])
            await Eventually.TrueAsync(() => AcceptsAsync(port), TimeSpan.FromSeconds(30), $"Azurite listens on port {port}");
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>The folder that holds the solution, found upwards from the test's output folder.</summary>
    public static string RepositoryRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "NtmServerless.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("NtmServerless.sln was not found above the tests.");
    }

    /// <summary>A TCP port that was free a moment ago, on 127.0.0.1.</summary>
    public static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    internal static async Task<bool> AcceptsAsync(int port)
    {
        using TcpClient client = new();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
