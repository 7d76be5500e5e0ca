namespace NtmServerless.Domain.PeriodicReports.YearEnd;

/// <summary>One thing that stands between a plan's year and its end.</summary>
/// <param name="Subject">Id of the class, tour, report or unit, or the name of the kind of report.</param>
/// <param name="Count">How many of it: periods without a report, figures that differ; 1 otherwise.</param>
public sealed record YearEndItem(YearEndMatter Matter, string Subject, int Count = 1)
{
    /// <summary>Under which it is set aside; another number of figures is another thing.</summary>
    public string Key => $"{Matter}.{Subject}.{Count}";
}
