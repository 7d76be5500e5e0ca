namespace NtmServerless.Pages.Classes;

/// <summary>How the classes of a plan are dealt out, beside what became of them.</summary>
public sealed record SharesView(Plan Plan, PlanShares Shares, IReadOnlyList<TrainingClass> Classes, IReadOnlyList<DeclaredShare> Declared)
{
    public IEnumerable<TrainingStream> Streams => PlanShares.StreamsOf(Plan);

    /// <summary>Units that got classes of a stream or planned some of it; with <paramref name="all"/> also those that could get some.</summary>
    public IReadOnlyList<UnitShare> UnitsOf(TrainingStream stream, bool all) =>
    [
        .. PlanShares.UnitsFor(Plan, stream).Select(u => new UnitShare(
            u, Shares.ShareOf(stream.Id, u.Id), Shares.PlannedBy(u.Id, stream.Id, Classes), DeclaredShare.Of(u.Id, stream.Id, Declared),
            Classes.Count(c => c.StreamId == stream.Id && Shares.HolderOf(c) == u.Id && HoldingFacts.IsHeld(c)),
            PlanShares.LedBy(u.Id, stream.Id, Classes))).Where(u => all || u.Share > 0 || u.Planned + u.Declared > 0),
    ];
}

/// <summary>One unit's part of a stream.</summary>
/// <param name="Share">Null where the stream is not dealt out.</param>
/// <param name="Planned">Classes in the year that use its share up.</param>
/// <param name="Declared">Classes that it declared and the office accepted: they use it up too.</param>
/// <param name="Led">Classes that it leads now, however it came by them: with those declared the least that it can be dealt.</param>
public sealed record UnitShare(Unit Unit, int? Share, int Planned, int Declared, int Held, int Led)
{
    public int AtLeast => Led + Declared;
}
