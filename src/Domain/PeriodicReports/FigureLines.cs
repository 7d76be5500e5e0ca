namespace NtmServerless.Domain.PeriodicReports;

/// <summary>A report's figures as a list of numbers, to be compared, added and written into a sheet.</summary>
public static class FigureLines
{
    public static IEnumerable<FigureLine> Of(ReportFigures f)
    {
        foreach (StreamFigures s in f.Streams)
        {
            yield return new(FigurePart.ClassesHeld, s.StreamId, s.ClassesHeld);
            yield return new(FigurePart.Registered, s.StreamId, s.Registered);
            yield return new(FigurePart.Attended, s.StreamId, s.Attended);
            yield return new(FigurePart.WalkIns, s.StreamId, s.WalkIns);
            yield return new(FigurePart.Women, s.StreamId, s.Women);
        }

        foreach (FigureLine line in Counts(FigurePart.AttendedByUnit, f.AttendedByUnit)) yield return line;
        foreach (FigureLine line in Counts(FigurePart.AttendedByAudience, f.AttendedByAudience)) yield return line;
        foreach (FigureLine line in Counts(FigurePart.AttendedByEthnicGroup, EthnicGroups.Together(f.AttendedByEthnicGroup))) yield return line;
        foreach (FigureLine line in Counts(FigurePart.AttendedBySex, f.AttendedBySex)) yield return line;
        foreach (FigureLine line in Counts(FigurePart.CommunicationByChannel, f.CommunicationByChannel)) yield return line;
        foreach (FigureLine line in Counts(FigurePart.CommunicationByUnit, f.CommunicationByUnit)) yield return line;
        yield return new(FigurePart.ToursHeld, "", f.ToursHeld);
        yield return new(FigurePart.TourMembers, "", f.TourMembers);
        foreach ((string source, long amount) in f.Spent) yield return new(FigurePart.Spent, source, amount);
        yield return new(FigurePart.ClassesCancelled, "", f.ClassesCancelled);
    }

    /// <summary>What a report corrected. Earlier versions kept an ethnic group under each spelling, which is no difference of the records.</summary>
    public static IEnumerable<FigureLine> Of(ReportCorrections corrections) => corrections.Lines.Select(c => new FigureLine(
        c.Part, c.Part == FigurePart.AttendedByEthnicGroup ? EthnicGroups.Named(c.Key) : c.Key, c.Difference));

    private static IEnumerable<FigureLine> Counts(FigurePart part, IReadOnlyDictionary<string, int> counts) =>
        counts.Select(c => new FigureLine(part, c.Key, c.Value));
}
