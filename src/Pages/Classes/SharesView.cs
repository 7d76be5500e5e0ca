namespace NtmServerless.Pages.Classes;

/// <summary>How the classes of a plan are dealt out, beside what became of them.</summary>
public sealed record SharesView(Plan Plan, PlanShares Shares, IReadOnlyList<TrainingClass> Classes)
{
    public IEnumerable<TrainingStream> Streams => PlanShares.StreamsOf(Plan);

    /// <summary>Units that got classes of a stream or planned some of it; with <paramref name="all"/> also those that could get some.</summary>
    public IReadOnlyList<UnitShare> UnitsOf(TrainingStream stream, bool all) =>
    [
        .. PlanShares.UnitsFor(Plan, stream).Select(u => new UnitShare(
            u, Shares.ShareOf(stream.Id, u.Id), PlanShares.PlannedBy(u.Id, stream.Id, Classes),
            Classes.Count(c => c.StreamId == stream.Id && c.LeadUnitId == u.Id && HoldingFacts.IsHeld(c)))).Where(u => all || u.Share > 0 || u.Planned > 0),
    ];
}

/// <summary>One unit's part of a stream.</summary>
/// <param name="Share">Null where the stream is not dealt out.</param>
public sealed record UnitShare(Unit Unit, int? Share, int Planned, int Held);
