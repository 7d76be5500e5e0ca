namespace NtmServerless.Pages.Tours;

/// <summary>The tours of a plan, filtered.</summary>
/// <param name="Unplanned">Tours that the plan orders and nobody has put into the year yet.</param>
public sealed record ToursView(Plan Plan, TourStage? Stage, string? Words, Slice<StudyTour> Tours, IReadOnlyList<PlannedStudyTour> Unplanned, bool MayPlan);

/// <summary>The form that puts a tour of the plan into the year.</summary>
/// <param name="Leads">Units that the officer may plan for.</param>
public sealed record TourEntry(Plan Plan, string? PlannedTourId, IReadOnlyList<Unit> Leads, YearStanding Year);

/// <summary>Something that was said about a tour.</summary>
public sealed record TourEvent(DateTimeOffset At, NoticeKind Kind, string? Detail, bool Off = false);

/// <summary>One tour, what has happened and what comes.</summary>
/// <param name="MayRun">The officer runs it.</param>
/// <param name="MayNominate">The officer names members for some unit.</param>
public sealed record TourView(Plan Plan, StudyTour Tour, IReadOnlyList<TourEvent> Events, bool MayRun, bool MayNominate)
{
    public PlannedStudyTour? Planned => Plan.StudyTours.FirstOrDefault(t => t.Id == Tour.PlannedTourId);
}

/// <summary>The form of one act on a tour.</summary>
public sealed record TourActView(Plan Plan, StudyTour Tour, TourAct Act);

/// <summary>The members whom the officer may see.</summary>
/// <param name="Units">Units that the officer may name members for.</param>
public sealed record TourMembersView(
    Plan Plan, StudyTour Tour, string? Words, IReadOnlyList<TourMember> Members, IReadOnlyList<Unit> Units, string OwnUnitId);
