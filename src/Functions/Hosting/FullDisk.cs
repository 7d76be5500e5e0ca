namespace NtmServerless.Functions.Hosting;

/// <summary>Tells a disk without room from other failures of input and output.</summary>
public static class FullDisk
{
    // ENOSPC and EDQUOT as .NET passes them on; ERROR_HANDLE_DISK_FULL and ERROR_DISK_FULL on Windows.
    private static readonly int[] Codes = [28, 122, unchecked((int)0x80070027), unchecked((int)0x80070070)];

    public static bool Is(IOException e) => Codes.Contains(e.HResult);
}
