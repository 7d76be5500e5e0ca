using System.Runtime.InteropServices;
using Azure;

namespace NtmServerless.LocalHost.Data;

/// <summary>What keeps a data folder from being written, told as what it is and not as what it made fail.</summary>
internal static class FolderTrouble
{
    // Numbers of Linux and of Windows (as HRESULTs) for the same.
    private const int NoSpace = 28, QuotaReached = 122, ReadOnly = 30, NotDirectory = 20;
    private const int DiskFull = unchecked((int)0x80070070), HandleDiskFull = unchecked((int)0x80070027), WriteProtected = unchecked((int)0x80070013);

    /// <summary>Writes a file into the folder and takes it away again; null when that works.</summary>
    public static HostStartException? Found(string folder)
    {
        string probe = Path.Combine(folder, "write-test");
        try
        {
            using FileStream file = new(probe, FileMode.Create, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
            file.Write(new byte[64 * 1024]);
            file.Flush(flushToDisk: true);
            return null;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return Of(refused, folder);
        }
    }

    /// <summary>What made a start fail, where it was the folder or the storage on it; null when it was something else.</summary>
    public static HostStartException? Behind(Exception failure, string folder) => Of(failure, folder) ?? failure switch
    {
        RequestFailedException or AggregateException { InnerException: RequestFailedException } =>
            Found(folder) ?? new StorageFailure("other", folder, "không trả lời").ToRefusal(folder),
        _ => null,
    };

    /// <summary>What the administrator reads and can do; null when the exception tells of something else.</summary>
    public static HostStartException? Of(Exception refused, string folder) => refused switch
    {
        UnauthorizedAccessException => new HostStartException(
            HostStartException.NoRight,
            $"Không có quyền đọc và ghi thư mục dữ liệu {folder}. Hãy chạy bằng tài khoản Windows hoặc Linux đã tạo thư mục này, hoặc sửa quyền của thư mục và mọi tệp trong đó.",
            refused),
        IOException { HResult: NoSpace or QuotaReached or DiskFull or HandleDiskFull } => new HostStartException(
            HostStartException.DiskFull,
            $"Ổ đĩa chứa thư mục dữ liệu {folder} đã đầy (còn {Free(folder)}). Hãy xóa bớt tệp không cần ở ổ đĩa này (không xóa gì trong thư mục dữ liệu), rồi chạy lại. Dữ liệu đã lưu còn nguyên.",
            refused),
        IOException { HResult: ReadOnly or WriteProtected } => new HostStartException(
            HostStartException.ReadOnly,
            $"Ổ đĩa chứa thư mục dữ liệu {folder} chỉ cho đọc. Hãy mở khóa ghi của ổ đĩa, hoặc chép thư mục sang ổ đĩa ghi được rồi chạy lại với --data.",
            refused),
        IOException when IsUnderAFile(folder) || refused.HResult == NotDirectory => new HostStartException(
            HostStartException.NotAFolder,
            $"--data: {folder} không dùng làm thư mục được vì đó, hoặc một phần đường dẫn, là một tệp. Hãy chọn thư mục khác.",
            refused),
        DirectoryNotFoundException or DriveNotFoundException or PathTooLongException => new HostStartException(
            HostStartException.NotAFolder, $"--data: không tạo được thư mục {folder}. Hãy chọn thư mục khác, trên một ổ đĩa đang gắn.", refused),
        _ => null,
    };

    private static bool IsUnderAFile(string? path)
    {
        for (; path is { Length: > 0 }; path = Path.GetDirectoryName(path))
        {
            if (File.Exists(path))
                return true;
        }

        return false;
    }

    private static string Free(string folder)
    {
        try
        {
            return $"{new DriveInfo(RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? Path.GetPathRoot(folder)! : folder).AvailableFreeSpace / 1_000_000} MB";
        }
        catch (Exception unknown) when (unknown is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return "0 MB";
        }
    }
}
