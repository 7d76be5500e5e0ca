namespace NtmServerless.Functions.Calendars;

/// <summary>A plan's year as an officer's calendar shows it.</summary>
/// <param name="Items">What waits for the officer.</param>
public sealed record CalendarYear(
    Plan Plan, IReadOnlyList<AgendaItem> Items, IReadOnlyList<TrainingClass> Classes, IReadOnlyList<StudyTour> Tours, IReadOnlyList<PeriodicReport> Reports);

/// <summary>
/// What an officer's calendar shows: the classes that the unit runs or hosts (of all units for who looks after all), the tours, and
/// until when reports are due. It names no participant: whoever has the address can read it.
/// </summary>
public static class OfficerCalendar
{
    private static readonly AgendaKind[] Deadlines =
    [
        AgendaKind.FileReport, AgendaKind.ReviseReport, AgendaKind.ApproveReport, AgendaKind.AnswerReport, AgendaKind.SubmitPeriodicReport,
        AgendaKind.ApprovePeriodicReport, AgendaKind.FileTourReport,
    ];

    /// <param name="years">The plans that matter now.</param>
    /// <param name="stamp">When the file was written.</param>
    public static string Write(Caller caller, IReadOnlyList<CalendarYear> years, VietnameseTexts texts, DateTimeOffset stamp)
    {
        // Google asks when it likes; others keep to these.
        CalendarText file = new(("X-WR-CALNAME", texts["calendar.name"]), ("REFRESH-INTERVAL;VALUE=DURATION", "PT1H"), ("X-PUBLISHED-TTL", "PT1H"));
        foreach (CalendarYear year in years)
        {
            Plan plan = year.Plan;
            foreach (TrainingClass c in year.Classes.Where(c => c.Announcement is not null && Concerns(caller, c)))
                CalendarFile.Add(file, new ClassOfPlan(plan, c), s => SummaryOf(c, s, plan, texts), stamp);
            foreach (StudyTour tour in year.Tours) Add(file, tour, texts, stamp);
            AgendaWords words = new(plan, year.Classes, year.Tours, year.Reports, [], texts);
            foreach (AgendaItem item in year.Items.Where(i => Deadlines.Contains(i.Kind)))
            {
                file.Begin($"{Codes.Key(item.Kind)}-{item.RecordId}@{plan.Id}", stamp);
                file.Until(item.Due);
                file.Text("SUMMARY", texts["calendar.deadline", ("what", words.Heading(item))]);
                file.End();
            }
        }

        return file.Whole();
    }

    private static bool Concerns(Caller caller, TrainingClass c) =>
        caller.Role is Role.Administrator or Role.Committee or Role.CultureOffice || caller.UnitId == c.LeadUnitId || caller.UnitId == c.HostUnitId;

    // Not every calendar takes away what is called off: then it says so at least.
    private static string SummaryOf(TrainingClass c, Session session, Plan plan, VietnameseTexts texts)
    {
        string name = texts["calendar.session", ("class", ClassNames.InShort(c, plan, texts)), ("session", session.Number),
            ("content", ClassNames.Content(c, plan))];
        return CalendarFile.IsOff(c, session) ? texts["calendar.off", ("stage", c.Stage), ("what", name)] : name;
    }

    private static void Add(CalendarText file, StudyTour tour, VietnameseTexts texts, DateTimeOffset stamp)
    {
        if (tour is not { DepartsOn: { } first, ReturnsOn: { } last }) return;
        bool off = tour.Stage is TourStage.Cancelled or TourStage.Postponed;
        string name = texts["calendar.tour", ("destination", tour.Destination ?? texts["tour.no-destination"])];
        file.Begin($"{tour.Id}@{tour.PlanId}", stamp, off: off);
        file.Days(first, last);
        file.Text("SUMMARY", off ? texts["calendar.off", ("stage", tour.Stage), ("what", name)] : name);
        file.End();
    }
}
