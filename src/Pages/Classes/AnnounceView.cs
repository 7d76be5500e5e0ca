namespace NtmServerless.Pages.Classes;

/// <summary>The announcement of a class: as it stands, or as it would be.</summary>
/// <param name="Announced">The class with the announcement to show; null while there is none.</param>
/// <param name="IsDraft">What is shown was only tried, nothing was announced.</param>
/// <param name="MayWrite">The stage and the officer's unit allow a new announcement.</param>
public sealed record AnnounceView(Plan Plan, TrainingClass Class, TrainingClass? Announced, bool IsDraft, bool MayWrite)
{
    /// <summary>Half-days without script; with it there may be more.</summary>
    public const int Rows = 6;

    private const int DaysAhead = 28;
    private const int DaysBeforeFirst = 7;
    private const int MondayToWednesday = 3;

    /// <summary>Only the sessions that were not held get new dates; everything else stays.</summary>
    public bool OnlyRemaining => Class is { Stage: ClassStage.Postponed, Interrupted: true };

    public int RowsShown => OnlyRemaining ? Class.Sessions.Count - Class.HeldSessions : Rows;

    /// <summary>
    /// What a fresh form proposes: a day four weeks from now that nothing speaks against, morning and afternoon; the old half-days where the class
    /// had some.
    /// </summary>
    public FormState Proposal(DateTimeOffset now, VietnameseTexts texts, WorkCalendar calendar)
    {
        Session[] old = [.. Class.Sessions.Skip(OnlyRemaining ? Class.HeldSessions : 0)];
        int[] offsets = old.Length == 0 ? [0]
            : [.. old.Select(s => VietnamTime.DateOf(s.StartsAt).DayNumber - VietnamTime.DateOf(old[0].StartsAt).DayNumber).Distinct()];
        DateOnly today = VietnamTime.DateOf(now), first = First(today, calendar, offsets);
        DateOnly closes = first.AddDays(-DaysBeforeFirst);
        if (calendar.WorkingBefore(closes.AddDays(1)) is { } working && working > today) closes = working;
        List<(string, string?)> values =
        [
            ("number", Class.Announcement?.Number),
            ("trainer", Class.Announcement?.Trainer),
            ("venue", Class.Announcement?.Venue ?? (Plan.FindUnit(Class.HostUnitId) is { } host ? texts["class.venue-of", ("unit", host.ShortName)] : null)),
            ("registrationClosesAt", LocalInput.Moment(VietnamTime.At(closes, Deadlines.Evening))),
        ];
        if (old.Length == 0)
        {
            Row(values, 0, first, "07:30", "11:00");
            Row(values, 1, first, "13:30", "17:00");
        }

        for (int i = 0; i < old.Length; i++)
        {
            int days = VietnamTime.DateOf(old[i].StartsAt).DayNumber - VietnamTime.DateOf(old[0].StartsAt).DayNumber;
            Row(values, i, first.AddDays(days), LocalInput.Time(old[i].StartsAt), LocalInput.Time(old[i].EndsAt));
        }

        return FormState.With(values);
    }

    // A day that the form would then warn of is no proposal: four weeks ahead, else sooner where the plan's time for it ends before that.
    private DateOnly First(DateOnly today, WorkCalendar calendar, int[] offsets)
    {
        DateWindow? window = Plan.FindStream(Class.StreamId)?.Window;
        DateOnly ahead = today.AddDays(DaysAhead), soon = today.AddDays(DaysBeforeFirst + 1);
        return Free(ahead, IsEarly) ?? Free(ahead, null) ?? Free(soon, null) ?? calendar.WorkingFrom(ahead);

        DateOnly? Free(DateOnly from, Func<DateOnly, bool>? wanted) => FreeDays.From(from, Plan, window, calendar, offsets, wanted);

        // It leaves room for a second day in the week.
        static bool IsEarly(DateOnly day) => day.DayOfWeek is >= DayOfWeek.Monday and <= (DayOfWeek)MondayToWednesday;
    }

    private static void Row(List<(string, string?)> values, int row, DateOnly date, string from, string to) => values.AddRange(
        [($"sessions[{row}].date", LocalInput.Date(date)), ($"sessions[{row}].from", from), ($"sessions[{row}].to", to)]);
}
