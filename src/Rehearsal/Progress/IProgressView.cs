using NtmServerless.Rehearsal.Host;

namespace NtmServerless.Rehearsal.Progress;

/// <summary>One class as the progress shows it. Stage as it goes over the wire.</summary>
internal sealed record ClassLine(string Title, string Stage, DateOnly? FirstDay, int Confirmed, int Waitlisted, int Capacity);

/// <summary>Shows somebody how the year goes by.</summary>
internal interface IProgressView
{
    void Show(ProgressState state);

    /// <summary>A line that stays.</summary>
    void Say(string text);
}

/// <summary>Stages in Vietnamese.</summary>
internal static class StageNames
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["planned"] = "Trong kế hoạch",
        ["announced"] = "Đã thông báo",
        ["registering"] = "Đang đăng ký",
        ["confirmed"] = "Đã chốt danh sách",
        ["holding"] = "Đang học",
        ["reporting"] = "Chờ báo cáo",
        ["closed"] = "Đã kết thúc",
        ["postponed"] = "Hoãn",
        ["cancelled"] = "Đã hủy",
    };

    public static string Of(string stage) => Names.GetValueOrDefault(stage, stage);
}
