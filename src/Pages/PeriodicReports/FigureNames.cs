namespace NtmServerless.Pages.PeriodicReports;

/// <summary>What a number of a report is about, in words.</summary>
public static class FigureNames
{
    public static string Of(VietnameseTexts texts, Plan plan, FigurePart part, string key) => part switch
    {
        FigurePart.AttendedByUnit or FigurePart.CommunicationByUnit => plan.FindUnit(key)?.Name ?? key,
        FigurePart.AttendedByAudience or FigurePart.CommunicationByChannel or FigurePart.AttendedBySex => texts.Word(key),
        FigurePart.AttendedByEthnicGroup => key.Length == 0 ? texts.Report("not-given") : key,
        FigurePart.Spent => plan.Funding?.Sources.FirstOrDefault(s => s.Id == key)?.Text ?? key,
        _ => plan.FindStream(key)?.DisplayTitle ?? key,
    };
}
