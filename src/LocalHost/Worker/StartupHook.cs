using System.Diagnostics;
using System.Runtime.InteropServices;

/// <summary>
/// Runs in the app's process before the app does (DOTNET_STARTUP_HOOKS): ends it when the host at the other end of its standard
/// input is gone, as an app that lived on would write beside the next host; and leaves Ctrl-C to the host, which still answers
/// what is under way.
/// </summary>
#pragma warning disable CA1050 // The runtime looks for it by this name, outside of any namespace.
internal static partial class StartupHook
#pragma warning restore CA1050
{
    public static void Initialize()
    {
        Environment.SetEnvironmentVariable("DOTNET_STARTUP_HOOKS", null);
        if (OperatingSystem.IsWindows())
            SetConsoleCtrlHandler(0, true);
        else
            _ = NewSession();
        new Thread(EndWithTheHost) { IsBackground = true, Name = "end with the host" }.Start();
    }

    private static void EndWithTheHost()
    {
        using Stream pipe = Console.OpenStandardInput();
        byte[] nothing = new byte[1];
        try
        {
            while (pipe.Read(nothing) > 0)
            {
            }
        }
        catch (IOException)
        {
            // Broken is closed.
        }

        Process.GetCurrentProcess().Kill();
    }

    /// <summary>What the terminal's group is told is not told to a session of its own.</summary>
    [LibraryImport("libc", EntryPoint = "setsid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int NewSession();

    /// <summary>With no handler: Ctrl-C is ignored.</summary>
    [LibraryImport("kernel32")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool SetConsoleCtrlHandler(nint handler, [MarshalAs(UnmanagedType.Bool)] bool add);
}
