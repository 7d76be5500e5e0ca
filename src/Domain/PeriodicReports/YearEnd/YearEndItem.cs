namespace NtmServerless.Domain.PeriodicReports.YearEnd;

/// <summary>One thing that stands between a plan's year and its end.</summary>
/// <param name="Subject">Id of the class, tour, report or unit, or the name of the kind of report.</param>
/// <param name="Count">How many of it: periods without a report, figures that differ; 1 otherwise.</param>
/// <param name="Mark">Tells what it looked like: set aside, another look of it is another thing.</param>
public sealed record YearEndItem(YearEndMatter Matter, string Subject, int Count = 1, string Mark = "")
{
    /// <summary>What a kind of report published and what the records say, where they differ.</summary>
    public IReadOnlyList<Correction> Differing { get; init; } = [];

    /// <summary>Under which it is set aside.</summary>
    public string Key => Mark.Length == 0 ? $"{Kept}.{Subject}.{Count}" : $"{Kept}.{Subject}.{Count}.{Mark}";

    // What was returned was set aside as open, before the two were told apart.
    private YearEndMatter Kept => Matter == YearEndMatter.DeclarationReturned ? YearEndMatter.DeclarationOpen : Matter;
}
