using NtmServerless.Domain.Classes;
using NtmServerless.Domain.Notices;

namespace NtmServerless.Domain.Registrations;

/// <summary>
/// The one promotion routine, used whenever a seat may have become free: a cancellation by anybody, raised capacity,
/// released priority seats. In order of acceptance; who waits for a held seat is passed over, not pushed back.
/// </summary>
public static class Waitlist
{
    /// <summary>Whether people still move up: until the class begins; after that nobody could be told in time.</summary>
    public static bool MovesUp(TrainingClass c, DateTimeOffset now) =>
        c.Stage is ClassStage.Registering or ClassStage.Confirmed && now < c.FirstStart;

    /// <param name="waiting">Waitlisted registrations of the class, in any order.</param>
    /// <returns>The class with its new seat counts, and the promoted registrations.</returns>
    public static (TrainingClass Class, IReadOnlyList<Registration> Promoted) Promote(
        TrainingClass c, IEnumerable<Registration> waiting, DateTimeOffset now)
    {
        if (!MovesUp(c, now)) return (c, []);
        Seats seats = c.Seats;
        List<Registration> promoted = [];
        foreach (Registration next in waiting.Where(r => r.Status == RegistrationStatus.Waitlisted).OrderBy(r => r.Sequence))
        {
            if (seats.FreeForPriority <= 0) break;
            if (!seats.SeatsNext(next.IsPriority)) continue;
            seats = seats.Move(next, RegistrationStatus.Confirmed);
            promoted.Add(next with { Status = RegistrationStatus.Confirmed, PromotedAt = now });
        }

        return (c with { Seats = seats }, promoted);
    }

    /// <summary>What each promoted person is told.</summary>
    public static IEnumerable<Notice> Tell(IEnumerable<Registration> promoted) =>
        promoted.Select(r => new Notice(NoticeKind.Promoted, [], Registration: r.Code));
}
