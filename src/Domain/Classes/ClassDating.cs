namespace NtmServerless.Domain.Classes;

/// <summary>What the dates of a class are held against: its plan, the days off, the other classes of the plan.</summary>
/// <param name="NameOf">How officers call a class: what a warning names the other one by.</param>
public sealed record ClassDating(Plan Plan, WorkCalendar Days, IReadOnlyCollection<TrainingClass> Others, Func<TrainingClass, string> NameOf)
{
    /// <summary>
    /// Keeps the dates that a class was given: why they stand in spite of warnings, and the day its report is due.
    /// </summary>
    /// <exception cref="DatesWarnedException">There are warnings, all of them, and no reason.</exception>
    public ClassOutcome Settle(ClassOutcome dated, string? reason, string byUnitId, DateTimeOffset now)
    {
        TrainingClass c = dated.Class;
        if (DateChoice.Of(Warnings(c), reason, byUnitId, now) is { } choice) c = c with { DateChoices = [.. c.DateChoices, choice] };
        return (dated with { Class = c }).WithReportDue(Days);
    }

    /// <summary>Every warning about the sessions still to be held, at the field of the form that gave the first session of the day.</summary>
    public IReadOnlyList<(string Field, DateWarning Warning)> Warnings(TrainingClass c)
    {
        DateWindow? window = Plan.FindStream(c.StreamId)?.Window;
        Session[] coming = [.. c.Sessions.Skip(c.HeldSessions)];
        return
        [
            .. coming.Index().DistinctBy(s => DayOf(s.Item)).SelectMany(first => DayWarnings.Of(DayOf(first.Item), Plan, window, Days)
                .Concat(Clashes(c, coming.Where(s => DayOf(s) == DayOf(first.Item)))).Select(w => ($"sessions[{first.Index}]", w))),
        ];
    }

    /// <summary>
    /// What is at the same hour in the same hall or under the same trainer as sessions still to come: two units that chose their dates at the
    /// same moment were not warned of each other, so it is said of the dates as they stand.
    /// </summary>
    public IReadOnlyList<DateWarning> ClashesOf(TrainingClass c, DateTimeOffset now) => HasDatesAhead(c)
        ? [.. Clashes(c, c.Sessions.Where(s => s.EndsAt > now)).OrderBy(w => w.Day)] : [];

    /// <summary>Whether a class can be in another's way at all.</summary>
    public static bool HasDatesAhead(TrainingClass c) =>
        c.Stage is ClassStage.Announced or ClassStage.Registering or ClassStage.Confirmed or ClassStage.Holding;

    private IEnumerable<DateWarning> Clashes(TrainingClass c, IEnumerable<Session> ofDay) => ofDay
        .SelectMany(s => Others.Where(o => o.Id != c.Id && IsHeldThen(o, s)).SelectMany(o => Clashes(c, o, DayOf(s)))).Distinct();

    private IEnumerable<DateWarning> Clashes(TrainingClass c, TrainingClass other, DateOnly day)
    {
        // Two communes may have a hall of the same name.
        if (c.HostUnitId == other.HostUnitId && Folding.Fold(c.Announcement!.Venue) == Folding.Fold(other.Announcement!.Venue))
            yield return new DateWarning(DateWarningKind.SameHall, day, Name: NameOf(other));
        if (c.Announcement!.Trainer is { } trainer && other.Announcement!.Trainer is { } same && Folding.Fold(trainer) == Folding.Fold(same))
            yield return new DateWarning(DateWarningKind.SamePerson, day, Name: NameOf(other), Person: trainer);
    }

    // What is off its dates, or over, takes nobody's place.
    private static bool IsHeldThen(TrainingClass other, Session s) =>
        other.Announcement is not null && other.Stage is not (ClassStage.Postponed or ClassStage.Cancelled)
        && other.Sessions.Any(o => o.StartsAt < s.EndsAt && s.StartsAt < o.EndsAt);

    private static DateOnly DayOf(Session s) => VietnamTime.DateOf(s.StartsAt);
}
