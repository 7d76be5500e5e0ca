namespace NtmServerless.LocalHost;

/// <summary>The host cannot start, for a reason that the administrator can act on; the message is for the console.</summary>
internal sealed class HostStartException(int exitCode, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>An option or a needed program is wrong.</summary>
    public const int WrongUse = 2;

    /// <summary>Another host, or another storage process, has the data folder.</summary>
    public const int FolderInUse = 3;

    /// <summary>The storage was taken over by another host.</summary>
    public const int LeaseLost = 4;

    /// <summary>The app ended while it started, and gave no exit code of its own.</summary>
    public const int AppFailed = 6;

    /// <summary>The data folder is damaged, or its storage cannot run on it.</summary>
    public const int StorageFailed = 5;

    /// <summary>The disk of the data folder is full.</summary>
    public const int DiskFull = 7;

    /// <summary>The disk of the data folder cannot be written.</summary>
    public const int ReadOnly = 8;

    /// <summary>Whoever starts the host has no right to the data folder.</summary>
    public const int NoRight = 9;

    /// <summary>What was named as the data folder is a file, or cannot be made.</summary>
    public const int NotAFolder = 10;

    /// <summary>Another program has a port that is needed.</summary>
    public const int PortTaken = 11;

    public int ExitCode { get; } = exitCode;

    public void EndProcess()
    {
        Console.Error.WriteLine(Message);
        Environment.Exit(ExitCode);
    }
}
