namespace NtmServerless.Functions.Calendars;

/// <summary>
/// The sessions of a class for a phone's calendar: one event a session under an id that stays, so that new dates
/// move the event and a class called off takes it away.
/// </summary>
public static class CalendarFile
{
    public static string Write(ClassOfPlan of, VietnameseTexts texts, DateTimeOffset now)
    {
        CalendarText file = new();
        Add(file, of, s => texts["public.calendar-title", ("title", of.Title), ("session", s.Number)], now,
            s => texts["public.calendar-alarm", ("title", of.Title), ("span", Vietnamese.Span(s.StartsAt, s.EndsAt))]);
        return file.Whole();
    }

    /// <summary>The events of an announced class.</summary>
    /// <param name="summary">How a session is called.</param>
    /// <param name="alarm">What the phone says a day before; null: it does not ring.</param>
    internal static void Add(CalendarText file, ClassOfPlan of, Func<Session, string> summary, DateTimeOffset stamp, Func<Session, string>? alarm = null)
    {
        TrainingClass c = of.Class;
        // Each change of dates counts two: one for taking them off, one for the new ones.
        int sequence = 2 * c.TimesPostponed + (c.Stage is ClassStage.Cancelled or ClassStage.Postponed ? 1 : 0);
        foreach (Session session in c.Sessions)
        {
            file.Begin($"{c.Id}-{session.Number}@{c.PlanId}", stamp, sequence, IsOff(c, session));
            file.Span(session.StartsAt, session.EndsAt);
            file.Text("SUMMARY", summary(session));
            file.Text("LOCATION", c.Announced().Venue);
            if (of.Topics.Any()) file.Text("DESCRIPTION", string.Join('\n', of.Topics));
            if (alarm is not null && !IsOff(c, session) && IsFirstOfItsDay(c, session)) file.Alarm(alarm(session));
            file.End();
        }
    }

    private static bool IsFirstOfItsDay(TrainingClass c, Session session) =>
        c.Sessions.All(s => s.StartsAt >= session.StartsAt || VietnamTime.DateOf(s.StartsAt) != VietnamTime.DateOf(session.StartsAt));

    /// <summary>Whether a session does not take place on its date.</summary>
    internal static bool IsOff(TrainingClass c, Session session) =>
        c.Stage is ClassStage.Cancelled || c.Stage is ClassStage.Postponed && session.Number > c.HeldSessions;
}
