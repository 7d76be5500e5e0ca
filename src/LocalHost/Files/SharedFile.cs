using System.IO.MemoryMappedFiles;

namespace NtmServerless.LocalHost.Files;

/// <summary>Small files in memory that the host and the app's process both see.</summary>
internal static class SharedFile
{
    /// <summary>Makes the file anew, full of zeros, and maps it. They are written: a page that a full disk has no room for would end the process.</summary>
    public static MemoryMappedFile Create(string path, long size)
    {
        FileStream file = new(path, FileMode.Create, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        file.Write(new byte[size]);
        file.Flush(flushToDisk: true);
        return MemoryMappedFile.CreateFromFile(file, null, size, MemoryMappedFileAccess.ReadWrite, HandleInheritability.None, leaveOpen: false);
    }
}
