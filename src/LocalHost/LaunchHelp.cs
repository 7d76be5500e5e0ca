namespace NtmServerless.LocalHost;

/// <summary>What the command line offers, as <c>--help</c> prints it and as a wrong option is answered.</summary>
internal static class LaunchHelp
{
    public const string Text = """
        Các tùy chọn:
          --port SỐ                        cổng trên máy này, mặc định 7071; 0: cổng nào còn trống cũng được
          --data THƯ-MỤC                   thư mục dữ liệu, mặc định là thư mục “data” ở nơi chạy lệnh; chưa có thì được tạo
          --plan TỆP                       kế hoạch của cơ quan: thư mục mới theo giờ thật; không ghi thì tập dượt với kế hoạch mẫu
          --listen ĐỊA-CHỈ                 mở thêm cho mạng cơ quan tại địa chỉ này, qua https; cần --certificate
          --certificate TỆP.pfx            chứng thư cho --listen
          --certificate-password TÊN-BIẾN  tên biến môi trường giữ mật khẩu của chứng thư
          --virtual-clock THỜI-ĐIỂM        đồng hồ đứng yên, chỉ chạy khi được chuyển; cho diễn tập, chỉ với thư mục mới
          --app THƯ-MỤC                    ứng dụng đã dựng, nếu không nằm cạnh chương trình này
          --help                           in phần này
        Ví dụ: --port 7080 --data D:\ntm-2026 --plan D:\ke-hoach-2026.json
        Dừng bằng Ctrl+C và đợi chương trình tự thoát.
        """;

    public static bool IsAskedFor(IReadOnlyList<string> args) => args.Any(a => a is "--help" or "-h" or "-?" or "/?");
}
