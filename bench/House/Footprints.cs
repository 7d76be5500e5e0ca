using System.IO.MemoryMappedFiles;

namespace NtmServerless.Bench.House;

/// <summary>
/// Which methods were entered: one byte for each in a file that two processes share. <see cref="Enter"/> is called by the app,
/// in a copy whose methods were made to do so (<see cref="Footpath"/>); what else stands here is for the one who watches.
/// </summary>
public static class Footprints
{
    /// <summary>The setting that names the shared file to the app.</summary>
    public const string Setting = "NTM_FOOTPRINTS";

    private static readonly MemoryMappedViewAccessor Shared = Open(Environment.GetEnvironmentVariable(Setting)!);

    /// <summary>Says that a method was entered.</summary>
    public static void Enter(int method) => Shared.Write(method, (byte)1);

    internal static MemoryMappedViewAccessor Open(string file) => MemoryMappedFile.CreateFromFile(file, FileMode.Open).CreateViewAccessor();
}
