namespace NtmServerless.Domain.Telling;

/// <summary>Who has to hear of what a class tells, and who did: from what is recorded of its notices, messages and calls, never guessed.</summary>
public static class TellingRules
{
    /// <summary>Whether a notice is about this person now: named by it, or registered when it was decided, and still in the class.</summary>
    public static bool Concerns(KeptNotice kept, Registration r) => kept.Notice.Registrations is { } named
        ? named.Contains(r.Code) && r is { IsActive: true, AnonymisedAt: null }
        : kept.Notice.ToParticipants && r.RegisteredAt <= kept.At && PostRules.Tells(kept.Notice.Kind, r);

    /// <summary>
    /// Sends a notice that must reach people to their communes as well, whose officers know them, and counts them. Others stay as they are. To ask
    /// people to come is the work of who runs the class: the communes have no letter of that, but those of their people whom it did not reach.
    /// </summary>
    public static Notice Addressed(Notice notice, IEnumerable<Registration> registrations)
    {
        if (!notice.Kind.MustReachPeople() || !notice.ToParticipants && notice.Registrations is null) return notice;
        KeptNotice kept = new("", notice, DateTimeOffset.MaxValue);
        ConcernedPeople[] concerned =
        [
            .. registrations.Where(r => Concerns(kept, r)).GroupBy(r => r.Applicant.UnitId, StringComparer.Ordinal)
                .Select(g => new ConcernedPeople(g.Key, g.Count(r => r.Applicant.Phone is not null), g.Count(r => r.Applicant.Phone is null))),
        ];
        if (notice.Kind.AsksToCome()) return notice with { Concerned = concerned };
        return notice with { ToUnits = [.. notice.ToUnits.Concat(concerned.Select(p => p.UnitId)).Distinct(StringComparer.Ordinal)], Concerned = concerned };
    }

    /// <param name="all">Every notice of the class.</param>
    /// <param name="posted">Whether it was put into the inboxes, and its messages on their way.</param>
    /// <param name="byMessage">Whether who left a phone is sent a message.</param>
    /// <param name="messages">What left the house of this notice.</param>
    public static Told Of(
        KeptNotice kept, IReadOnlyList<KeptNotice> all, IEnumerable<Registration> registrations, TellingSheet? sheet, bool posted,
        bool byMessage, IReadOnlyCollection<OutgoingMessage> messages)
    {
        Dictionary<string, OutgoingMessage> byCode = messages.Where(m => m.Registration is not null)
            .ToDictionary(m => m.Registration!, StringComparer.Ordinal);
        return new Told(
            kept,
            kept.Notice.Off ? [] : [.. kept.Notice.ToUnits.Distinct(StringComparer.Ordinal)
                .Select(u => Unit(u, posted, [.. messages.Where(m => m.UnitId == u)]))],
            [.. registrations.Where(r => Concerns(kept, r)).OrderBy(r => r.Sequence)
                .Select(r => Person(r, sheet?.Marks.GetValueOrDefault(r.Code), byCode.GetValueOrDefault(r.Code), byMessage && !posted))],
            all.Any(n => string.CompareOrdinal(n.Id, kept.Id) > 0
                && (n.Notice.Kind.TellsHowClassStands() || n.Notice.Kind.AsksToCome() && kept.Notice.Kind.AsksToCome())));
    }

    /// <summary>What stands on the record of a class as still to be told.</summary>
    public static IReadOnlyList<OpenTelling> Open(IEnumerable<Told> told) =>
    [
        .. told.Where(t => !t.IsSuperseded && IsATask(t.Notice.Notice) && t.Left.Any())
            .Select(t => new OpenTelling(t.Notice.Id, t.Notice.Notice.Kind, t.Notice.At, t.Left.GroupBy(p => p.Person.Applicant.UnitId, StringComparer.Ordinal)
                .ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal))),
    ];

    // What was told before anybody counted (Concerned) is no task of today.
    private static bool IsATask(Notice notice) => notice is { Off: false, Concerned: not null } && notice.Kind.MustReachPeople();

    private static ReachedUnit Unit(string unitId, bool posted, IReadOnlyCollection<OutgoingMessage> letters) => new(
        unitId, posted, letters.Count(m => m.State == MessageState.Sent), letters.FirstOrDefault(m => m.State == MessageState.Failed)?.LastError);

    private static ReachedPerson Person(Registration r, ToldMark? mark, OutgoingMessage? message, bool comes) =>
        mark is not null ? new ReachedPerson(r, Reach.Told, message?.State == MessageState.Failed ? message.LastError : null, mark)
        : message?.State switch
        {
            MessageState.Sent => new ReachedPerson(r, Reach.Messaged),
            MessageState.Waiting or MessageState.Sending when message.LastError is { } words => new ReachedPerson(r, Reach.Retried, words),
            MessageState.Waiting or MessageState.Sending => new ReachedPerson(r, Reach.UnderWay),
            MessageState.Failed or MessageState.Dropped => new ReachedPerson(r, Reach.Failed, message.LastError),
            _ => new ReachedPerson(r, r.Applicant.Phone is null ? Reach.NoPhone : comes ? Reach.UnderWay : Reach.NoMessage),
        };
}
