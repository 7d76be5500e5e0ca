namespace NtmServerless.Domain.Evidence;

/// <summary>Holding the signed paper against the taps, person by person: no sheet's count says who it was.</summary>
public static class SheetReadingDecisions
{
    /// <summary>Most characters of the reason that one person's difference stays.</summary>
    public const int NoteLimit = 300;

    /// <summary>
    /// Takes a reading of the paper; the number of signatures of the session is from now on the number of people ticked.
    /// </summary>
    /// <param name="before">What was read before; null the first time.</param>
    /// <param name="signers">Codes of those who signed; null leaves them as they were read before.</param>
    /// <param name="notes">Reasons by code, added to those before; an empty one takes the reason away.</param>
    /// <param name="known">Registrations of the class by code.</param>
    /// <exception cref="RuleBrokenException"><see cref="Rule.EvidenceStage"/>, <see cref="Rule.SessionUnknown"/>.</exception>
    /// <exception cref="InvalidInputException">Names each code that is not of this class, or was cancelled before the session; nothing was read yet.</exception>
    public static (ClassOutcome Outcome, SheetReading Reading) Read(
        TrainingClass c, SheetReading? before, AttendanceSheet taken, IReadOnlyCollection<string>? signers,
        IReadOnlyDictionary<string, string> notes, IReadOnlyDictionary<string, Registration> known, string byUnitId, DateTimeOffset now)
    {
        EvidenceDecisions.EnsureTaken(c, taken.Session);
        Session session = c.Sessions.First(s => s.Number == taken.Session);
        FieldError[] unknown =
        [
            .. Unknown("signers", signers ?? [], known, session),
            .. Unknown("notes", notes.Keys, known, session),
        ];
        if (unknown.Length > 0) throw new InvalidInputException(unknown);
        IReadOnlyList<string> ticked = signers is not null ? [.. signers.Distinct().Order(StringComparer.Ordinal)]
            : before?.Signers ?? throw new InvalidInputException("signers", "signed-required");

        Dictionary<string, string> kept = new(before?.Notes ?? new Dictionary<string, string>(), StringComparer.Ordinal);
        foreach ((string code, string note) in notes) kept[code] = note;
        SheetReading reading = new(taken.Session, ticked, kept, byUnitId, now);
        HashSet<string> differing = [.. reading.Differences(taken).Select(d => d.Code)];
        foreach ((string code, string note) in kept.ToArray())
            if (note.Length == 0 || !differing.Contains(code)) kept.Remove(code);

        TrainingClass next = EvidenceDecisions.WithCount(c, taken.Session, ticked.Count);
        bool news = EvidenceDecisions.CountOf(c, taken.Session) != ticked.Count
            && EvidenceDecisions.Differences(next).Any(d => d.Session == taken.Session);
        return (
            news ? new ClassOutcome(next, new Notice(NoticeKind.SheetDiffers, [c.LeadUnitId], Detail: $"{taken.Session}")) : new ClassOutcome(next),
            reading);
    }

    private static IEnumerable<FieldError> Unknown(string field, IEnumerable<string> codes, IReadOnlyDictionary<string, Registration> known, Session session) =>
        from code in codes
        where !known.TryGetValue(code, out Registration? r) || !r.BelongsTo(session)
        select new FieldError($"{field}.{code}", Rule.AttendanceCodeUnknown);
}
