namespace NtmServerless.Domain.Agenda;

/// <summary>What happens by itself on a date that is known.</summary>
public enum ComingKind
{
    RegistrationOpens,
    RegistrationCloses,
    SessionBegins,
    NominationsClose,
    TourDeparts,
    StreamWindowBegins,
    TourWindowBegins,
    ReportingMonthEnds,
}

/// <summary>The next dated thing of one record.</summary>
/// <param name="RecordId">Id of the class, tour, stream, planned tour or reporting period.</param>
/// <param name="At">When (UTC).</param>
public sealed record ComingUp(ComingKind Kind, string RecordId, DateTimeOffset At)
{
    /// <summary>What comes next for an officer, soonest first: of the classes and tours of the unit, or of all for who looks after all.</summary>
    public static IReadOnlyList<ComingUp> Of(
        Caller caller, Plan plan, IEnumerable<TrainingClass> classes, IReadOnlyCollection<StudyTour> tours, DateTimeOffset now) =>
    [
        .. classes.Where(c => SeesAll(caller) || ClassSteps.Involved(c).Contains(caller.UnitId)).SelectMany(c => Of(c, now))
            .Concat(tours.SelectMany(Of))
            .Concat(plan.Streams.Where(s => s.Window is not null && Concerns(caller, plan, s.Lead))
                .Select(s => new ComingUp(ComingKind.StreamWindowBegins, s.Id, VietnamTime.StartOf(s.Window!.From))))
            .Concat(plan.StudyTours.Where(t => t.Window is not null && Concerns(caller, plan, t.Lead) && tours.All(x => x.PlannedTourId != t.Id))
                .Select(t => new ComingUp(ComingKind.TourWindowBegins, t.Id, VietnamTime.StartOf(t.Window!.From))))
            .Append(MonthEnd(plan, now))
            .Where(c => c.At > now)
            .OrderBy(c => c.At).ThenBy(c => c.Kind).ThenBy(c => c.RecordId, StringComparer.Ordinal),
    ];

    private static bool SeesAll(Caller caller) => caller.Role is Role.Administrator or Role.Committee or Role.CultureOffice;

    private static bool Concerns(Caller caller, Plan plan, PlanParties lead) =>
        SeesAll(caller) || plan.FindUnit(caller.UnitId) is { } unit && lead.Include(unit);

    private static IEnumerable<ComingUp> Of(TrainingClass c, DateTimeOffset now) => c.Stage switch
    {
        ClassStage.Announced => [new(ComingKind.RegistrationOpens, c.Id, c.Announced().RegistrationOpensAt)],
        ClassStage.Registering => [new(ComingKind.RegistrationCloses, c.Id, c.Announced().RegistrationClosesAt)],
        ClassStage.Confirmed or ClassStage.Holding =>
            c.Sessions.Where(s => s.StartsAt > now).Take(1).Select(s => new ComingUp(ComingKind.SessionBegins, c.Id, s.StartsAt)),
        _ => [],
    };

    private static IEnumerable<ComingUp> Of(StudyTour t) => t.Stage switch
    {
        TourStage.Announced => [new(ComingKind.NominationsClose, t.Id, t.NominationsClose)],
        TourStage.Confirmed => [new(ComingKind.TourDeparts, t.Id, t.Departure)],
        _ => [],
    };

    private static ComingUp MonthEnd(Plan plan, DateTimeOffset now)
    {
        ReportingPeriod month = ReportingPeriods.Of(plan).MonthOf(VietnamTime.DateOf(now));
        return new ComingUp(ComingKind.ReportingMonthEnds, month.Id, VietnamTime.At(month.To, Deadlines.Evening));
    }
}
