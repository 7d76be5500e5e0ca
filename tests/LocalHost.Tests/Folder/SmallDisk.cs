using System.Diagnostics;
using Xunit;

namespace NtmServerless.LocalHost.Tests.Folder;

/// <summary>A disk of a few megabytes, mounted for one test. Linux and root only, else the test is skipped by name.</summary>
internal sealed class SmallDisk : IAsyncDisposable
{
    private SmallDisk(string path) => Path = path;

    public string Path { get; }

    public static async Task<SmallDisk> MountAsync(string size)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "Mounting a disk of its own needs root on Linux.");
        string path = Directory.CreateTempSubdirectory("ntm-disk-").FullName;
        if (await RunAsync("mount", "-t", "tmpfs", "-o", $"size={size}", "tmpfs", path) == 0)
            return new SmallDisk(path);
        Directory.Delete(path);
        Assert.Skip("No disk can be mounted here.");
        throw new InvalidOperationException();
    }

    public async Task MakeReadOnlyAsync() => Assert.Equal(0, await RunAsync("mount", "-o", "remount,ro", Path));

    /// <summary>Fills it to the last block; deleting the file makes room again.</summary>
    public string Fill()
    {
        string path = System.IO.Path.Combine(Path, "filling");
        using FileStream file = new(path, FileMode.Create, FileAccess.Write, FileShare.None, 0);
        foreach (int block in (int[])[1 << 20, 4096, 1])
        {
            try
            {
                while (true)
                    file.Write(new byte[block]);
            }
            catch (IOException)
            {
                // Full, to the size of this block.
            }
        }

        return path;
    }

    public async ValueTask DisposeAsync()
    {
        await RunAsync("umount", "-l", Path);
        Directory.Delete(Path);
    }

    private static async Task<int> RunAsync(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}
