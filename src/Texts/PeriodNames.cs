namespace NtmServerless.Texts;

/// <summary>How a reporting period is called.</summary>
public static class PeriodNames
{
    private static readonly string[] Roman = ["I", "II", "III", "IV"];

    /// <summary>"tháng 4 năm 2024", "quý II năm 2024", "6 tháng đầu năm 2024".</summary>
    public static string Period(this VietnameseTexts texts, ReportingPeriod period)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return period.Kind switch
        {
            PeriodKind.Month => texts.Report("month", ("number", $"{period.Number}"), ("year", $"{period.Year}")),
            PeriodKind.Quarter => texts.Report("quarter", ("number", Roman[period.Number - 1]), ("year", $"{period.Year}")),
            PeriodKind.HalfYear => texts.Report(period.Number == 1 ? "half-1" : "half-2", ("year", $"{period.Year}")),
            PeriodKind.Year => texts.Report("year", ("year", $"{period.Year}")),
            _ => texts.Report("ad-hoc", ("from", period.From), ("to", period.To)),
        };
    }
}
