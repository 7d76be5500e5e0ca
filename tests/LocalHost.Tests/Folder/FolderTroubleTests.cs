using System.Diagnostics;
using System.Net;
using NtmServerless.LocalHost.Data;
using NtmServerless.LocalHost.Tests.Host.Support;
using NtmServerless.Testing;
using Xunit;

namespace NtmServerless.LocalHost.Tests.Folder;

/// <summary>What is wrong with the disk or the folder is what the administrator is told, under an exit code of its own.</summary>
public sealed class FolderTroubleTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("file")]
    [InlineData("file/below")]
    public async Task Start_WhereTheFolderIsAFile_SaysSo(string named)
    {
        using TemporaryFolder folder = new();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "file"), "", Cancelled);

        await IsRefusedAsync(Path.Combine(folder.Path, named), HostStartException.NotAFolder, "một tệp");
    }

    [Fact]
    public async Task Start_OnADiskThatCannotBeWritten_SaysSo_AndNotThatSomebodyHasTheFolder()
    {
        await using SmallDisk disk = await SmallDisk.MountAsync("60m");
        await disk.MakeReadOnlyAsync();

        await IsRefusedAsync(disk.Path, HostStartException.ReadOnly, "chỉ cho đọc");
        await IsRefusedAsync(Path.Combine(disk.Path, "data"), HostStartException.ReadOnly, "chỉ cho đọc");
    }

    [Theory]
    [InlineData("4k")]
    [InlineData("64k")]
    public async Task Start_OnAFullDisk_SaysSo(string size)
    {
        await using SmallDisk disk = await SmallDisk.MountAsync(size);

        await IsRefusedAsync(Path.Combine(disk.Path, "data"), HostStartException.DiskFull, "đã đầy");
    }

    [Fact]
    public async Task Start_WithoutRightToTheFolder_SaysSo()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "Giving a folder to somebody else needs root on Linux.");
        using TemporaryFolder folder = new();
        using (Process giving = Process.Start("chown", ["65534", folder.Path]))
            await giving.WaitForExitAsync(Cancelled);
        // Root that may not pass over the rights of files, as any other user.
        string[] arguments = ["--bounding-set=-dac_override,-dac_read_search", "dotnet",
            new AppOptions { Data = "" }.Program, "--data", folder.Path, "--port", "0", "--app", RunningHost.ProbeApp];
        using Process other = Process.Start(new ProcessStartInfo("setpriv", arguments) { RedirectStandardError = true })!;

        string said = await other.StandardError.ReadToEndAsync(Cancelled);
        await other.WaitForExitAsync(Cancelled);

        Assert.Equal(HostStartException.NoRight, other.ExitCode);
        Assert.Contains("Không có quyền", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Disk_FullWhileTheHostRuns_IsWaitedFor_AndWhatWasKeptIsThere()
    {
        await using SmallDisk disk = await SmallDisk.MountAsync("40m");
        await using AppProcess host = await AppProcess.StartAsync(Options(Path.Combine(disk.Path, "data")));
        using HttpClient http = new() { BaseAddress = host.Address, Timeout = TimeSpan.FromMinutes(2) };
        (await http.PostAsync(new Uri("/api/start/waits/before", UriKind.Relative), null, Cancelled)).EnsureSuccessStatusCode();

        string filling = disk.Fill();
        Task<HttpResponseMessage> meanwhile = http.PostAsync(new Uri("/api/start/waits/meanwhile", UriKind.Relative), null, Cancelled);
        await Eventually.TrueAsync(
            () => Task.FromResult(host.Output.Contains("đã đầy", StringComparison.Ordinal)), TimeSpan.FromSeconds(90), "the host says that the disk is full");
        Assert.False(host.HasExited);
        File.Delete(filling);

        using HttpResponseMessage kept = await meanwhile;
        Assert.True(kept.StatusCode is HttpStatusCode.OK or HttpStatusCode.ServiceUnavailable, host.Output);
        await Eventually.TrueAsync(
            async () =>
            {
                using HttpResponseMessage begun = await http.PostAsync(new Uri($"/api/start/waits/{Guid.NewGuid():N}", UriKind.Relative), null, Cancelled);
                return begun.StatusCode == HttpStatusCode.OK;
            },
            TimeSpan.FromSeconds(60), "it goes on when there is room");
        using HttpResponseMessage raised = await http.PostAsync(new Uri("/api/raise/before/go", UriKind.Relative), new StringContent("7"), Cancelled);
        using HttpResponseMessage ended = await http.GetAsync(new Uri("/api/end/before", UriKind.Relative), Cancelled);
        Assert.True(ended.IsSuccessStatusCode, $"{raised.StatusCode} {ended.StatusCode}\n{host.Output}");
        Assert.Equal("Completed 7", await ended.Content.ReadAsStringAsync(Cancelled));
        Assert.False(host.HasExited, host.Output);
    }

    [Fact]
    public async Task StoragePort_TakenAfterTheStorageDied_IsNamed()
    {
        using TemporaryFolder folder = new();
        FolderAzurite azurite = await FolderAzurite.OpenAsync(folder.Path, () => Path.Combine(AzuriteServer.RepositoryRoot(), "tools", "azurite"));
        using Process storage = Process.GetProcessById(azurite.Record.Pid);
        storage.Kill();
        await storage.WaitForExitAsync(Cancelled);
        using System.Net.Sockets.TcpListener other = new(IPAddress.Loopback, azurite.Record.TablePort);
        other.Start();

        HostStartException lost = await Assert.ThrowsAsync<HostStartException>(() => azurite.KeepAliveAsync(_ => { }, () => true, () => { }, Cancelled));

        Assert.Equal(HostStartException.PortTaken, lost.ExitCode);
        Assert.Contains($"Cổng {azurite.Record.TablePort}", lost.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Storage_ThatIsOnlySlow_IsWaitedFor()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "A process is stopped by a signal.");
        const int stop = 19, go = 18;
        using TemporaryFolder folder = new();
        FolderAzurite azurite = await FolderAzurite.OpenAsync(folder.Path, () => Path.Combine(AzuriteServer.RepositoryRoot(), "tools", "azurite"));
        AppProcess.Signal(azurite.Record.Pid, stop);

        Task<FolderAzurite> adopting = FolderAzurite.OpenAsync(folder.Path, () => throw new InvalidOperationException("a second one was started"));
        await Task.WhenAny(adopting, Task.Delay(TimeSpan.FromSeconds(3), Cancelled)); // Not a wait: longer than its clients are patient.
        Assert.False(adopting.IsCompleted);
        AppProcess.Signal(azurite.Record.Pid, go);

        await (await adopting).StopAsync();
    }

    private static async Task IsRefusedAsync(string folder, int exitCode, string saying)
    {
        (int ended, string said) = await AppProcess.RunToEndAsync(Options(folder));

        Assert.Equal(exitCode, ended);
        Assert.Contains(saying, said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
    }

    private static AppOptions Options(string folder) => new() { App = RunningHost.ProbeApp, Data = folder };
}
