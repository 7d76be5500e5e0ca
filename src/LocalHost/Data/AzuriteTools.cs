using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace NtmServerless.LocalHost.Data;

/// <summary>The folder tools/azurite: the pinned Azurite and the two scripts that start it.</summary>
internal static class AzuriteTools
{
    /// <summary>Finds the folder, from AZURITE_PATH or upwards from the program, and installs Azurite into it when it is not yet.</summary>
    /// <exception cref="HostStartException">The folder, node or npm is not there, or the installation failed.</exception>
    public static string Locate(string? configured)
    {
        string folder = configured ?? Upwards(AppContext.BaseDirectory)
            ?? throw new HostStartException(
                HostStartException.WrongUse, "Không tìm thấy thư mục tools/azurite. Hãy đặt AZURITE_PATH trỏ tới thư mục đó.");
        if (!File.Exists(Path.Combine(folder, "start.js")))
            throw new HostStartException(HostStartException.WrongUse, $"AZURITE_PATH: {folder} không phải là thư mục tools/azurite.");
        if (!Directory.Exists(Path.Combine(folder, "node_modules", "azurite")))
            Install(folder);
        return folder;
    }

    /// <summary>Starts the storage of a folder, which goes on after this process.</summary>
    /// <returns>Number of its process.</returns>
    /// <exception cref="HostStartException">Node.js is not installed, or the process could not be started.</exception>
    public static int Start(string tools, string folder, IEnumerable<string> arguments) => int.Parse(
        Run("node", [Path.Combine(tools, "start.js"), Path.Combine(folder, "azurite.log"), folder, .. arguments], folder, showsOutput: false),
        CultureInfo.InvariantCulture);

    /// <summary>Runs a program to its end; gives what it said where that is not shown.</summary>
    /// <exception cref="HostStartException">The program is not installed, or it failed.</exception>
    private static string Run(string program, IEnumerable<string> arguments, string workingFolder, bool showsOutput)
    {
        try
        {
            ProcessStartInfo start = new(program, arguments)
            {
                WorkingDirectory = workingFolder,
                RedirectStandardOutput = !showsOutput,
                RedirectStandardError = !showsOutput,
            };
            using Process process = Process.Start(start)!;
            string said = showsOutput ? "" : process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            if (process.ExitCode != 0)
            {
                throw FolderTrouble.Found(workingFolder)
                    ?? new HostStartException(HostStartException.WrongUse, $"{program} kết thúc với mã lỗi {process.ExitCode}.");
            }

            return said;
        }
        catch (Win32Exception missing)
        {
            throw new HostStartException(
                HostStartException.WrongUse, $"Không chạy được {program}. Hãy cài Node.js 20 trở lên.", missing);
        }
    }

    private static void Install(string folder)
    {
        Console.WriteLine("Đang cài Azurite (chỉ lần đầu, khoảng một phút)...");
        string[] install = ["ci", "--omit=dev", "--ignore-scripts", "--no-audit", "--no-fund"];
        if (OperatingSystem.IsWindows())
            Run("cmd.exe", ["/c", "npm", .. install], folder, showsOutput: true);
        else
            Run("npm", install, folder, showsOutput: true);
    }

    private static string? Upwards(string from)
    {
        for (DirectoryInfo? folder = new(from); folder is not null; folder = folder.Parent)
        {
            string candidate = Path.Combine(folder.FullName, "tools", "azurite");
            if (File.Exists(Path.Combine(candidate, "start.js")))
                return candidate;
        }

        return null;
    }
}
