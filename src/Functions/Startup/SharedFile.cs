using System.IO.MemoryMappedFiles;

namespace NtmServerless.Functions.Startup;

/// <summary>A few bytes that the app shares with whoever runs it.</summary>
public sealed class SharedFile : IDisposable
{
    private readonly MemoryMappedFile _file;

    private SharedFile(MemoryMappedFile file, MemoryMappedViewAccessor view) => (_file, View) = (file, view);

    public MemoryMappedViewAccessor View { get; }

    /// <exception cref="StartRefusedException">The file is not there, cannot be opened, or is shorter than that.</exception>
    public static SharedFile Open(string path, int size, FileAccess access, string setting, VietnameseTexts texts)
    {
        try
        {
            FileStream stream = new(path, FileMode.Open, access, FileShare.ReadWrite | FileShare.Delete);
            if (stream.Length < size)
            {
                stream.Dispose();
                throw new EndOfStreamException();
            }

            MemoryMappedFileAccess mapped = access == FileAccess.Read ? MemoryMappedFileAccess.Read : MemoryMappedFileAccess.ReadWrite;
            MemoryMappedFile file = MemoryMappedFile.CreateFromFile(stream, null, 0, mapped, HandleInheritability.None, leaveOpen: false);
            return new SharedFile(file, file.CreateViewAccessor(0, size, mapped));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException(texts.Console("shared-file-unreadable", ("setting", setting), ("file", path), ("size", size)));
        }
    }

    public void Dispose()
    {
        View.Dispose();
        _file.Dispose();
    }
}
