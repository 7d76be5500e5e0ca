using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using NtmServerless.LocalHost.Data;
using NtmServerless.LocalHost.Functions;
using NtmServerless.LocalHost.Time;

namespace NtmServerless.LocalHost.Startup;

/// <summary>What the administrator reads on the console when the host is ready.</summary>
internal static class Greeting
{
    // Vietnam has no daylight saving, and not every PC carries the time zone under the same name.
    private static readonly TimeSpan VietnamOffset = TimeSpan.FromHours(7);

    public static void Write(string address, DataFolder data, LaunchOptions options, IServiceProvider services, IReadOnlyList<string> disabled)
    {
        string clock = data.Clock.Mode switch
        {
            ClockMode.Real => "thời gian thực",
            ClockMode.Practice => "THỰC HÀNH",
            _ => "DIỄN TẬP (đứng yên)",
        };
        string date = data.Clock.GetUtcNow().ToOffset(VietnamOffset).ToString("dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture);
        Console.WriteLine($"""

              Phiên bản:           {Version()}
              Thư mục dữ liệu:     {data.Path}
              Đồng hồ:             {clock}, {date}
              Số hàm:              {services.GetRequiredService<FunctionCatalog>().Functions.Count}
              Dừng:                Ctrl+C

            """);
        foreach (string function in disabled)
            Console.WriteLine($"  CẢNH BÁO: hàm {function} bị tắt vì thiếu cấu hình.");
        if (options.Listen is not null)
        {
            Console.WriteLine($"""
                  *** CẢNH BÁO: hệ thống đang mở ra mạng tại https://{options.Listen} ***
                  *** Mọi máy trong mạng này đều kết nối được. Chỉ dùng trong mạng cơ quan. ***

                """);
        }

        Console.WriteLine($"  Mở trình duyệt tại:  {address}");
    }

    // As it was built: the number, and the commit where there was a repository.
    private static string Version() =>
        (typeof(Greeting).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0").Split('+') switch
        {
            [var number, { Length: >= 12 } commit] => $"{number} ({commit[..12]})",
            [var number, ..] => number,
            _ => "0",
        };
}
