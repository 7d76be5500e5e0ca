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

    /// <summary>What a fresh form proposes: a day four weeks from now, morning and afternoon; the old half-days where the class had some.</summary>
    public FormState Proposal(DateTimeOffset now, VietnameseTexts texts, WorkCalendar calendar)
    {
        DateOnly first = VietnamTime.DateOf(now).AddDays(DaysAhead);
        if (Plan.FindStream(Class.StreamId)?.Window is { } window && window.From > first) first = window.From;
        // A working day early in the week leaves room for a second one.
        while (first.DayOfWeek is < DayOfWeek.Monday or > (DayOfWeek)MondayToWednesday || !calendar.IsWorking(first)) first = first.AddDays(1);
        List<(string, string?)> values =
        [
            ("number", Class.Announcement?.Number),
            ("trainer", Class.Announcement?.Trainer),
            ("venue", Class.Announcement?.Venue ?? (Plan.FindUnit(Class.HostUnitId) is { } host ? texts["class.venue-of", ("unit", host.ShortName)] : null)),
            ("registrationClosesAt", LocalInput.Moment(VietnamTime.At(first.AddDays(-DaysBeforeFirst), Deadlines.Evening))),
        ];
        Session[] old = [.. Class.Sessions.Skip(OnlyRemaining ? Class.HeldSessions : 0)];
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

    private static void Row(List<(string, string?)> values, int row, DateOnly date, string from, string to) => values.AddRange(
        [($"sessions[{row}].date", LocalInput.Date(date)), ($"sessions[{row}].from", from), ($"sessions[{row}].to", to)]);
}
