namespace NtmServerless.Domain.Registrations;

/// <summary>
/// The one promotion routine, used whenever a seat may have become free: a cancellation by anybody, raised capacity,
/// released priority seats. In order of acceptance; who waits for a held seat is passed over, not pushed back.
/// </summary>
public static class Waitlist
{
    /// <summary>
    /// People moved in one go: what fits into one transaction of the records. The lifecycle moves the rest up at once
    /// (<see cref="ClassStep.MoveUp"/>).
    /// </summary>
    public const int Most = 90;

    /// <summary>Whether people still move up: until the class begins; after that nobody could be told in time.</summary>
    public static bool MovesUp(TrainingClass c) => c.Stage is ClassStage.Registering or ClassStage.Confirmed;

    /// <param name="waiting">Waitlisted registrations of the class, in any order.</param>
    /// <returns>The class with its new seat counts, and the promoted registrations.</returns>
    public static (TrainingClass Class, IReadOnlyList<Registration> Promoted) Promote(
        TrainingClass c, IEnumerable<Registration> waiting, DateTimeOffset now)
    {
        if (!MovesUp(c)) return (c, []);
        Seats seats = c.Seats;
        List<Registration> promoted = [];
        foreach (Registration next in waiting.Where(r => r.Status == RegistrationStatus.Waitlisted).OrderBy(r => r.Sequence))
        {
            if (seats.FreeForPriority <= 0 || promoted.Count == Most) break;
            if (!seats.SeatsNext(next.IsPriority)) continue;
            seats = seats.Move(next, RegistrationStatus.Confirmed);
            promoted.Add(next with { Status = RegistrationStatus.Confirmed, PromotedAt = now });
        }

        return (c with { Seats = seats }, promoted);
    }

    /// <summary>What promoted people are told, and the unit that leads the class with them.</summary>
    public static IEnumerable<Notice> Tell(TrainingClass c, IReadOnlyCollection<Registration> promoted) =>
        promoted.Count == 0 ? [] : [new Notice(NoticeKind.Promoted, [c.LeadUnitId], Registrations: [.. promoted.Select(r => r.Code)])];
}
