namespace NtmServerless.LocalHost.Time;

/// <summary>A folder that has data, and whose clock.json is lost, empty or cut off.</summary>
/// <param name="Recorded">The mode that its storage knows; null: a storage of an earlier version, which knows none.</param>
/// <param name="Folder">The folder, for the administrator.</param>
internal sealed record LostClock(ClockMode? Recorded, string Folder)
{
    /// <summary>The clock, where it is known well enough not to go back: the real one always, another by what the app last read.</summary>
    /// <param name="latestRead">The latest instant that the app may have read.</param>
    /// <param name="machine">Machine time.</param>
    /// <exception cref="HostStartException">It is not known.</exception>
    public ClockState Restore(DateTimeOffset? latestRead, TimeProvider machine) => (Recorded, latestRead) switch
    {
        (ClockMode.Real, _) => new ClockState(ClockMode.Real, machine.GetUtcNow()),
        ({ } mode, { } latest) => new ClockState(mode, latest),
        _ => throw new HostStartException(HostStartException.StorageFailed, Words(machine.GetUtcNow())),
    };

    private string Words(DateTimeOffset now) =>
        $$"""
        THƯ MỤC DỮ LIỆU BỊ HỎNG: tệp clock.json bị mất hoặc không đọc được, nên không biết thư mục này theo đồng hồ nào.
        Máy chủ không khởi động và chưa thay đổi gì. Việc cần làm, theo thứ tự:
        1. Khôi phục tệp {{Path.Combine(Folder, "clock.json")}} từ bản sao lưu gần nhất, rồi chạy lại.
        2. Không có bản sao lưu, và thư mục dùng cho công việc thật: tạo lại tệp đó với đúng một dòng {"mode":"Real","now":"{{now:yyyy-MM-ddTHH:mm:ssZ}}"}
        3. Không có bản sao lưu, và thư mục dùng để thực hành: tạo một dòng như trên với "Practice" thay "Real" và một thời điểm không sớm hơn lần dùng cuối.
        """;
}
