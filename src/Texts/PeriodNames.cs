namespace NtmServerless.Texts;

/// <summary>How a reporting period is called.</summary>
public static class PeriodNames
{
    /// <summary>"tháng 4 năm 2024", "quý II năm 2024", "6 tháng đầu năm 2024".</summary>
    public static string Period(this VietnameseTexts texts, ReportingPeriod period)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return period.Kind switch
        {
            PeriodKind.Month => texts.Report("month", ("number", $"{period.Number}"), ("year", period.Year)),
            PeriodKind.Quarter => texts.Report("quarter", ("number", Roman.Of(period.Number)), ("year", period.Year)),
            PeriodKind.HalfYear => texts.Report(period.Number == 1 ? "half-1" : "half-2", ("year", period.Year)),
            PeriodKind.Year => texts.Report("year", ("year", period.Year)),
            PeriodKind.Supplement when period.Number == 0 => texts.Report("after-year", ("from", period.From)),
            PeriodKind.Supplement => texts.Report(period.Number == 1 ? "supplement" : "supplement-again", ("year", period.Year),
                ("number", $"{period.Number}")),
            _ => texts.Report("ad-hoc", ("from", period.From), ("to", period.To)),
        };
    }
}
