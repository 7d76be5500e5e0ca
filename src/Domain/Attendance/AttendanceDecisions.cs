namespace NtmServerless.Domain.Attendance;

/// <summary>Taking attendance: from shortly before a session begins until the class's report is approved.</summary>
public static class AttendanceDecisions
{
    /// <summary>People arrive before the session begins.</summary>
    public static readonly TimeSpan Early = TimeSpan.FromMinutes(30);

    /// <summary>
    /// Why nobody can be marked in a session now: <see cref="Rule.SessionUnknown"/>, <see cref="Rule.SessionNotStarted"/>,
    /// <see cref="Rule.AttendanceClosed"/>; null when somebody can.
    /// </summary>
    public static Refusal? WhyNotOpen(TrainingClass c, int session, DateTimeOffset now)
    {
        if (c.Sessions.FirstOrDefault(s => s.Number == session) is not { } asked) return new Refusal(Rule.SessionUnknown, ("session", session));
        // Of a postponed class, only what was held before: its other dates do not count any more.
        bool held = c.Stage is ClassStage.Postponed && session <= c.HeldSessions;
        if (!held && !MayBegin(c) && c.Stage is not (ClassStage.Confirmed or ClassStage.Holding or ClassStage.Reporting))
            return new Refusal(Rule.AttendanceClosed, ("stage", c.Stage));
        if (now < asked.StartsAt - Early) return new Refusal(Rule.SessionNotStarted, ("session", session));
        return c.Report.Stage is ClassReportStage.Submitted ? new Refusal(Rule.AttendanceClosed, ("stage", c.Stage)) : null;
    }

    /// <summary>Whether "everybody is present" means them too: who has a seat or came by themselves, not who waits for a seat or cancelled.</summary>
    public static bool IsExpected(Registration r)
    {
        ArgumentNullException.ThrowIfNull(r);
        return r.Status is RegistrationStatus.Confirmed or RegistrationStatus.WalkIn;
    }

    /// <summary>The marks of a session, and everybody present who is expected there and has none: neither among these nor on the sheet.</summary>
    public static IReadOnlyList<KeyValuePair<string, Mark>> WithEverybody(
        IReadOnlyCollection<KeyValuePair<string, Mark>> marks, AttendanceSheet sheet, Session session, IEnumerable<Registration> people)
    {
        HashSet<string> marked = [.. marks.Select(m => m.Key), .. sheet.Marks.Keys];
        IEnumerable<Registration> left = people.Where(r => IsExpected(r) && r.BelongsTo(session) && !marked.Contains(r.Code));
        return [.. marks, .. left.Select(r => KeyValuePair.Create(r.Code, Mark.Present))];
    }

    /// <summary>Marks people of the class in one session; anybody else is refused, all codes at once.</summary>
    /// <param name="known">Registrations of the class by code.</param>
    /// <exception cref="RuleBrokenException">As <see cref="WhyNotOpen"/> says.</exception>
    /// <exception cref="InvalidInputException">Names each code that is not of this class, or was cancelled before the session.</exception>
    public static (TrainingClass Class, AttendanceSheet Sheet) Take(
        TrainingClass c, AttendanceSheet sheet, IReadOnlyCollection<KeyValuePair<string, Mark>> marks,
        IReadOnlyDictionary<string, Registration> known, DateTimeOffset now)
    {
        Refusal.ThrowIfAny(WhyNotOpen(c, sheet.Session, now));
        Session session = c.Sessions.First(s => s.Number == sheet.Session);
        FieldError[] unknown = [.. marks
            .Where(m => !known.TryGetValue(m.Key, out Registration? r) || !r.BelongsTo(session))
            .Select(m => new FieldError($"marks.{m.Key}", Rule.AttendanceCodeUnknown))];
        if (unknown.Length > 0) throw new InvalidInputException(unknown);
        AttendanceSheet taken = sheet.With(marks);
        return (c.With(Count(taken, known)), taken);
    }

    /// <summary>Somebody who came without having registered: takes no seat, counts as present, stands apart.</summary>
    public static (TrainingClass Class, Registration Registration) WalkIn(
        TrainingClass c, int session, Applicant applicant, string code, string? byUnitId, DateTimeOffset now)
    {
        Refusal.ThrowIfAny(WhyNotOpen(c, session, now));
        Registration walkIn = new()
        {
            Code = code,
            Sequence = c.NextSequence,
            Applicant = applicant,
            Status = RegistrationStatus.WalkIn,
            IsPriority = false,
            RegisteredAt = now,
            Source = RegistrationSource.WalkIn,
            ByUnitId = byUnitId,
        };
        TrainingClass begun = c.Stage != ClassStage.Postponed && HoldingFacts.IsEmpty(c) ? Begun(c) : c;
        return (begun with { Seats = begun.Seats.Add(RegistrationStatus.WalkIn, false), NextSequence = c.NextSequence + 1 }, walkIn);
    }

    // Registration is over and nobody registered: the class waits for a word of its lead unit, or for the first who comes.
    private static bool MayBegin(TrainingClass c) => c.Stage == ClassStage.Registering && c.Trace.TooFewAskedAt is not null && HoldingFacts.IsEmpty(c);

    private static TrainingClass Begun(TrainingClass c)
    {
        TrainingClass confirmed = c.Stage == ClassStage.Registering ? c.MoveTo(ClassStage.Confirmed) with { Seats = c.Seats with { Released = true } } : c;
        return confirmed.Stage == ClassStage.Confirmed ? confirmed.MoveTo(ClassStage.Holding) : confirmed;
    }

    private static SessionCount Count(AttendanceSheet sheet, IReadOnlyDictionary<string, Registration> known)
    {
        Registration[] present = [.. sheet.Marks.Where(m => m.Value == Mark.Present).Select(m => known[m.Key])];
        int walkIns = present.Count(r => r.Status == RegistrationStatus.WalkIn);
        return new SessionCount(sheet.Session, present.Length - walkIns, walkIns);
    }

    private static TrainingClass With(this TrainingClass c, SessionCount count) => c with
    {
        SessionCounts = [.. c.SessionCounts.Where(s => s.Session != count.Session).Append(count).OrderBy(s => s.Session)],
    };
}
