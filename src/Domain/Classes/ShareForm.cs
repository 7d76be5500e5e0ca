namespace NtmServerless.Domain.Classes;

/// <summary>A stream as the office deals it out.</summary>
/// <param name="Version">The version that the form was made of.</param>
public sealed record ShareForm(string? StreamId, IReadOnlyList<ShareLine>? Units, int? Version)
{
    /// <exception cref="InvalidInputException">With every field that is wrong.</exception>
    internal ClassShare[] Check(Plan plan, TrainingStream stream, IReadOnlyCollection<TrainingClass> classes, IReadOnlyCollection<DeclaredShare> declared)
    {
        Checks checks = new();
        // Nothing typed is a line without a number; no line at all is no answer, and must not open the stream to all.
        checks.Require(Units is { Count: > 0 }, "units", "required");
        HashSet<string> allowed = [.. PlanShares.UnitsFor(plan, stream).Select(u => u.Id)], seen = [];
        foreach ((int i, ShareLine line) in (Units ?? []).Index())
        {
            string field = $"units[{i}].classes";
            checks.Require(line.UnitId is not null && allowed.Contains(line.UnitId) && seen.Add(line.UnitId), $"units[{i}].unitId", "unit-unknown");
            checks.Require(line.Classes is null or (>= 0 and <= 1000), field, "range", ("from", 0), ("to", 1000));
        }

        checks.ThrowIfAny();
        ClassShare[] shares = [.. (Units ?? []).Where(l => l.Classes > 0).Select(l => new ClassShare(l.UnitId!, l.Classes!.Value))];
        // Without any number the stream is open to all again; what was planned stands either way.
        if (shares.Length == 0) return shares;
        foreach ((int i, ShareLine line) in Units!.Index())
        {
            int planned = PlanShares.LedBy(line.UnitId!, stream.Id, classes) + DeclaredShare.Of(line.UnitId!, stream.Id, declared);
            checks.Require((line.Classes ?? 0) >= planned, $"units[{i}].classes", "share-below-planned", ("planned", planned));
        }

        int all = shares.Sum(s => s.Classes);
        if (stream.ClassCount is { } ordered && all > ordered) checks.Fail("units", "shares-above-plan", ("all", all), ("ordered", ordered));
        checks.ThrowIfAny();
        return shares;
    }
}
