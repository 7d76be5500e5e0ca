namespace NtmServerless.Domain.Progress;

/// <summary>One stream: what the plan wants, what stands in the year, what was done.</summary>
/// <param name="Done">Planned, held and closed classes, and the people of approved reports.</param>
/// <param name="InTheYear">Classes put into the year and not called off, and those that units declared.</param>
/// <param name="RegisteredSoFar">People with a seat, also of classes that no report speaks of yet.</param>
public sealed record StreamProgress(StreamFigures Done, int InTheYear, int RegisteredSoFar)
{
    internal static StreamProgress Of(StreamFigures done, IEnumerable<TrainingClass> active, IEnumerable<DeclaredClass> declared)
    {
        TrainingClass[] mine = [.. active.Where(c => c.StreamId == done.StreamId)];
        return new StreamProgress(
            done, mine.Length + declared.Count(d => d.StreamId == done.StreamId), mine.Sum(c => c.Figures?.Registered ?? c.Seats.Confirmed));
    }
}
