using System.IO.MemoryMappedFiles;

namespace NtmServerless.LocalHost.Storage;

/// <summary>Small files in memory that the host and the app's process both see.</summary>
internal static class SharedFile
{
    /// <summary>Makes the file anew, full of zeros, and maps it.</summary>
    public static MemoryMappedFile Create(string path, long size)
    {
        FileStream file = new(path, FileMode.Create, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        file.SetLength(size);
        return MemoryMappedFile.CreateFromFile(file, null, size, MemoryMappedFileAccess.ReadWrite, HandleInheritability.None, leaveOpen: false);
    }
}
