namespace NtmServerless.Spreadsheets.Attendance;

/// <summary>Marks as we write them (x, v, p) and as people do.</summary>
internal static class MarkWords
{
    public static string Of(Mark mark) => mark switch
    {
        Mark.Present => "x",
        Mark.Absent => "v",
        Mark.Excused => "p",
        _ => throw new ArgumentOutOfRangeException(nameof(mark), mark, null),
    };

    /// <summary>Null where nobody can say what is meant.</summary>
    public static Mark? Read(string text) => text.Trim() is "✓" or "✔" or "☑" or "+" or "√" ? Mark.Present : Folding.Fold(text) switch
    {
        "x" or "xx" or "co" or "co mat" or "du" or "1" or "yes" => Mark.Present,
        "v" or "vang" or "vang mat" or "khong" or "k" or "kp" or "khong phep" or "vang khong phep" or "0" or "no" => Mark.Absent,
        "p" or "phep" or "co phep" or "cp" or "vp" or "vang co phep" or "nghi phep" => Mark.Excused,
        _ => null,
    };
}
