namespace NtmServerless.Domain.Tours;

/// <summary>What the dates of a tour are held against: its plan and the days off.</summary>
public sealed record TourDating(Plan Plan, WorkCalendar Days)
{
    /// <summary>Keeps the dates that a tour was given: why they stand in spite of warnings, and the day its report is due.</summary>
    /// <exception cref="DatesWarnedException">There are warnings, all of them, and no reason.</exception>
    public TourOutcome Settle(TourOutcome dated, string? reason, string byUnitId, DateTimeOffset now)
    {
        StudyTour t = dated.Tour;
        DateOnly due = Days.Due(t.ReturnsOn!.Value.AddDays(Deadlines.ReportDays));
        t = t with { ReportDueAt = VietnamTime.At(due, Deadlines.Evening) };
        return dated with { Tour = DateChoice.Of(Warnings(t), reason, byUnitId, now) is { } choice ? t with { DateChoices = [.. t.DateChoices, choice] } : t };
    }

    /// <summary>The days of a tour, first to last; none while it has no dates.</summary>
    public static IReadOnlyList<DateOnly> DaysOf(StudyTour t) => t is { DepartsOn: { } first, ReturnsOn: { } last }
        ? [.. Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(first.AddDays)] : [];

    /// <summary>Every warning about the days of a tour that has dates: outside the plan's window on the first or last day, off on any of them.</summary>
    public IReadOnlyList<(string Field, DateWarning Warning)> Warnings(StudyTour t)
    {
        DateWindow? window = Plan.StudyTours.FirstOrDefault(p => p.Id == t.PlannedTourId)?.Window;
        DateOnly first = t.DepartsOn!.Value, last = t.ReturnsOn!.Value;
        return
        [
            .. DaysOf(t).SelectMany(day => DayWarnings.Of(day, Plan, window, Days)
                .Where(w => day == first || day == last || w.Kind is DateWarningKind.Holiday or DateWarningKind.Weekend)
                .Select(w => (day == first ? "departsOn" : "returnsOn", w))),
        ];
    }
}
