namespace NtmServerless.Domain.Classes;

/// <summary>
/// How the classes of a plan are dealt out to the units that may lead them: the plan says seven classes for six bodies (section II.2.2),
/// the office who holds how many.
/// </summary>
/// <param name="Streams">Streams that are dealt out; of any other one every unit that may lead it sees all that is missing.</param>
/// <param name="Version">Counts the changes; 0 where nothing was dealt out yet.</param>
public sealed record PlanShares(IReadOnlyList<StreamShares> Streams, int Version = 0)
{
    public static readonly PlanShares None = new([]);

    /// <summary>How a stream is dealt out; null: it is not.</summary>
    public StreamShares? Of(string streamId) => Streams.FirstOrDefault(s => s.StreamId == streamId);

    /// <summary>How many classes of a stream a unit is to hold, 0 where it got none; null where the stream is not dealt out.</summary>
    public int? ShareOf(string streamId, string unitId) => Of(streamId) is { } dealt ? dealt.Units.FirstOrDefault(u => u.UnitId == unitId)?.Classes ?? 0 : null;

    /// <summary>The units that a stream can be dealt out to: those that the plan lets lead it. Where it is one, there is nothing to deal.</summary>
    public static IReadOnlyList<Unit> UnitsFor(Plan plan, TrainingStream stream) =>
        [.. plan.Units.Where(stream.Lead.MayBeLedBy)];

    /// <summary>The streams of a plan that can be dealt out.</summary>
    public static IEnumerable<TrainingStream> StreamsOf(Plan plan) => plan.Streams.Where(s => UnitsFor(plan, s).Count > 1);

    /// <summary>Classes of a stream that a unit leads now and that were not called off.</summary>
    public static int LedBy(string unitId, string streamId, IEnumerable<TrainingClass> classes) =>
        classes.Count(c => c.StreamId == streamId && c.LeadUnitId == unitId && c.Stage != ClassStage.Cancelled);

    /// <summary>
    /// The unit whose share a class uses up: its lead when the stream was dealt out, or when it was planned after that. To hand the lead on
    /// frees nothing: who gives a class away and gets it back would else have planned more than it was dealt.
    /// </summary>
    public string HolderOf(TrainingClass c) =>
        Of(c.StreamId) is { } dealt && c.LeadTransfers.FirstOrDefault(t => t.At >= dealt.At) is { } handed ? handed.FromUnitId : c.LeadUnitId;

    /// <summary>Classes of a stream in the year, not called off, that use up a unit's share.</summary>
    public int PlannedBy(string unitId, string streamId, IEnumerable<TrainingClass> classes) =>
        classes.Count(c => c.StreamId == streamId && c.Stage != ClassStage.Cancelled && HolderOf(c) == unitId);

    /// <summary>All that uses up a unit's share: in the year, or declared and accepted.</summary>
    public int UsedBy(string unitId, string streamId, IEnumerable<TrainingClass> classes, IEnumerable<DeclaredShare> declared) =>
        PlannedBy(unitId, streamId, classes) + DeclaredShare.Of(unitId, streamId, declared);

    /// <summary>Why a unit cannot plan another class of a stream; null while its share is not used up, or the stream is not dealt out.</summary>
    public Refusal? WhyNotPlanned(
        Plan plan, TrainingStream stream, string unitId, IEnumerable<TrainingClass> classes, IEnumerable<DeclaredShare> declared) =>
        ShareOf(stream.Id, unitId) is { } share && UsedBy(unitId, stream.Id, classes, declared) >= share
            ? new Refusal(Rule.ShareFull, ("unit", plan.UnitName(unitId)), ("stream", stream.DisplayTitle), ("count", share)) : null;

    /// <summary>Deals a stream out, in the place of how it was; without any number it is not dealt out any more. The same again changes nothing.</summary>
    /// <exception cref="InvalidInputException">
    /// With every field that is wrong: a unit that may not lead, less than the unit leads or has declared, more than the plan orders in all.
    /// </exception>
    /// <exception cref="RuleBrokenException"><see cref="Rule.SharesChanged"/>: somebody dealt since the form was made.</exception>
    public PlanShares Deal(
        ShareForm form, Plan plan, IReadOnlyCollection<TrainingClass> classes, IReadOnlyCollection<DeclaredShare> declared, string byName, DateTimeOffset now)
    {
        TrainingStream stream = StreamsOf(plan).FirstOrDefault(s => s.Id == form.StreamId) ?? throw new InvalidInputException("streamId", "stream-unknown");
        ClassShare[] shares = form.Check(plan, stream, classes, declared);
        // A second tap, or an answer that was lost.
        if (shares.SequenceEqual(Of(stream.Id)?.Units ?? [])) return this;
        if (form.Version != Version) throw new RuleBrokenException(Rule.SharesChanged);
        IEnumerable<StreamShares> dealt = Streams.Where(s => s.StreamId != stream.Id);
        if (shares.Length > 0) dealt = dealt.Append(new StreamShares(stream.Id, shares, now, byName));
        return new PlanShares([.. dealt], Version + 1);
    }
}
