namespace NtmServerless.Pages.Progress;

/// <summary>A pace in words.</summary>
public static class PaceWords
{
    /// <summary>"chậm 1 lớp", "sớm 2 lớp", "đúng tiến độ".</summary>
    /// <param name="what">What is counted: <c>classes</c>, <c>people</c> or <c>tours</c>.</param>
    public static string Of(VietnameseTexts texts, Pace pace, string what) =>
        pace.Behind > 0 ? texts["progress.behind-" + what, ("count", pace.Behind)]
        : pace.Ahead > 0 ? texts["progress.ahead-" + what, ("count", pace.Ahead)]
        : texts["progress.on-time"];
}
