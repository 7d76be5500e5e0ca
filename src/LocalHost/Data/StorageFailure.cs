using System.Text.Json;

namespace NtmServerless.LocalHost.Data;

/// <summary>azurite.failed of a data folder: why its storage did not start, or ended, in the storage's own words.</summary>
internal sealed record StorageFailure(string Kind, string File, string Detail)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static string PathIn(string folder) => Path.Combine(folder, "azurite.failed");

    public static StorageFailure? Read(string folder)
    {
        try
        {
            return JsonSerializer.Deserialize<StorageFailure>(System.IO.File.ReadAllBytes(PathIn(folder)), Json);
        }
        catch (Exception notYet) when (notYet is IOException or JsonException)
        {
            // It is not there, or not completely yet.
            return null;
        }
    }

    /// <summary>What the administrator reads: what is wrong, that nothing was changed, what to do.</summary>
    public HostStartException ToRefusal(string folder) => new(HostStartException.StorageFailed, Kind == "other" ? Stopped(folder) : Damaged(folder));

    private string Stopped(string folder) =>
        $"Kho dữ liệu (Azurite) của thư mục {folder} đã dừng: {Detail}. Hãy kiểm tra ổ đĩa còn trống và còn ghi được, rồi chạy lại. "
        + $"Chi tiết ở {Path.Combine(folder, "azurite.log")}.";

    private string Damaged(string folder) =>
        $"""
        THƯ MỤC DỮ LIỆU BỊ HỎNG: {What()}
        Tệp: {File} ({Detail})
        Máy chủ không khởi động và chưa thay đổi gì, để không mất thêm dữ liệu. Việc cần làm:
        1. Chép nguyên thư mục {folder} sang một nơi khác để giữ lại.
        2. Khôi phục thư mục này từ bản sao lưu gần nhất, rồi chạy lại.
        3. {WithoutBackup(folder)}
        """;

    // What mend.js can take on itself.
    private string WithoutBackup(string folder) => Kind is "blob-missing" || Kind.StartsWith("journal-", StringComparison.Ordinal)
        ? $"Nếu không có bản sao lưu: chạy \"node tools/azurite/mend.js {folder}\" để chấp nhận phần đã mất và giữ lại mọi thứ còn đọc được."
        : "Nếu không có bản sao lưu: hỏng hóc này không tự sửa được; hãy giữ bản đã chép và nhờ người hỗ trợ kỹ thuật.";

    private string What() => Kind switch
    {
        "journal-broken" => "nhật ký có một đoạn không đọc được.",
        "journal-short" => "nhật ký thiếu phần cuối, tuy phần đó đã được ghi xong trước đây.",
        "journal-missing" => "thiếu một phần nhật ký.",
        "database-broken" => "một tệp cơ sở dữ liệu không đọc được.",
        "database-missing" => "thiếu một tệp cơ sở dữ liệu.",
        "database-foreign" => "một tệp cơ sở dữ liệu đã bị chương trình khác ghi đè.",
        "blob-missing" => "thiếu nội dung của một tệp đã tải lên.",
        _ => "dữ liệu không đọc được.",
    };
}
