using NtmServerless.Domain.Classes;
using NtmServerless.Domain.Registrations;
using NtmServerless.Rehearsal.Year;

namespace NtmServerless.Rehearsal.Checking;

/// <summary>No class over its seats at any moment; counters are the rows; sequences without gaps; one active registration a person.</summary>
internal static class SeatRules
{
    public static void Check(ClassRows rows, Book book, Findings findings)
    {
        TrainingClass c = rows.Class;
        IReadOnlyList<Registration> all = rows.Registrations;
        int Count(RegistrationStatus status, bool priorityOnly = false) => all.Count(r => r.Status == status && (!priorityOnly || r.IsPriority));
        findings.Same(Count(RegistrationStatus.Confirmed), c.Seats.Confirmed, $"{rows.Name}: chỗ đã nhận");
        findings.Same(Count(RegistrationStatus.Confirmed, true), c.Seats.ConfirmedPriority, $"{rows.Name}: chỗ ưu tiên đã nhận");
        findings.Same(Count(RegistrationStatus.Waitlisted), c.Seats.Waitlisted, $"{rows.Name}: người chờ");
        findings.Same(Count(RegistrationStatus.Waitlisted, true), c.Seats.WaitlistedPriority, $"{rows.Name}: người chờ ưu tiên");
        findings.Same(Count(RegistrationStatus.Cancelled), c.Seats.Cancelled, $"{rows.Name}: đã hủy");
        findings.Same(Count(RegistrationStatus.WalkIn), c.Seats.WalkIns, $"{rows.Name}: đến không đăng ký");
        findings.Require(all.Select(r => r.Sequence).SequenceEqual(Enumerable.Range(1, all.Count)), $"{rows.Name}: số thứ tự có chỗ trống");
        findings.Same(all.Count + 1, c.NextSequence, $"{rows.Name}: số thứ tự tiếp theo");
        findings.Same(all.Count, all.DistinctBy(r => r.Code).Count(), $"{rows.Name}: mã đăng ký");
        NeverOver(rows, book.Tally, findings);
        OncePerPerson(rows, findings);
        Acknowledged(rows, book.Tally, findings);
    }

    // Replays the year of the class: within one moment people leave, move up, then come.
    private static void NeverOver(ClassRows rows, Tally tally, Findings findings)
    {
        HashSet<string> seatedAtOnce =
            [.. tally.Registrations.Where(a => a.ClassId == rows.Class.Id && a.Status == "confirmed").Select(a => a.Code)];
        IEnumerable<(DateTimeOffset At, int Order, int Change)> changes = rows.Registrations.Where(r => r.Status != RegistrationStatus.WalkIn)
            .SelectMany<Registration, (DateTimeOffset, int, int)>(r => WasSeatedAt(r, seatedAtOnce) is { } seated
                ? r.CancelledAt is { } left ? [(seated, 1, 1), (left, 0, -1)] : [(seated, 1, 1)]
                : []);
        int taken = 0;
        foreach ((DateTimeOffset at, _, int change) in changes.OrderBy(c => c.At).ThenBy(c => c.Order))
        {
            taken += change;
            findings.Require(taken <= rows.Class.Seats.Capacity, $"{rows.Name}: {taken} người nhận chỗ lúc {at:u}, chỉ có {rows.Class.Seats.Capacity} chỗ");
        }
    }

    // The row of a cancelled one does not say whether it had a seat; the answer that the person got does.
    private static DateTimeOffset? WasSeatedAt(Registration r, HashSet<string> seatedAtOnce) =>
        r.PromotedAt ?? (r.Status == RegistrationStatus.Confirmed || seatedAtOnce.Contains(r.Code) ? r.RegisteredAt : null);

    private static void OncePerPerson(ClassRows rows, Findings findings)
    {
        foreach (IGrouping<string, Registration> person in rows.Registrations.Where(r => r.IsActive).GroupBy(r => r.Applicant.PersonKey))
        {
            findings.Require(person.Count(r => !r.Namesake) <= 1, $"{rows.Name}: một người đăng ký {person.Count()} lần ({string.Join(", ", person.Select(r => r.Code))})");
            foreach (Registration r in person)
            {
                string key = r.Namesake ? $"person-{person.Key}-{r.Code}" : $"person-{person.Key}";
                findings.Require(rows.Rows.Any(row => row.Key == key), $"{rows.Name}: đăng ký {r.Code} không có dòng giữ người");
            }
        }

        findings.Same(
            rows.Registrations.Count(r => r.IsActive), Book.Of(rows.Rows, "person-").Count(), $"{rows.Name}: dòng giữ người");
    }

    private static void Acknowledged(ClassRows rows, Tally tally, Findings findings)
    {
        Dictionary<string, Registration> byCode = rows.Registrations.ToDictionary(r => r.Code, StringComparer.Ordinal);
        Acknowledged[] told = [.. tally.Registrations.Concat(tally.WalkIns).Where(a => a.ClassId == rows.Class.Id)];
        findings.Same(told.Length, rows.Registrations.Count, $"{rows.Name}: số đơn đã được trả lời");
        foreach (Acknowledged a in told)
        {
            bool found = byCode.TryGetValue(a.Code, out Registration? r);
            findings.Require(found && r!.Sequence == a.Sequence, $"{rows.Name}: đơn {a.Code} đã được nhận nhưng hồ sơ không có hoặc khác số");
        }

        foreach ((_, string code) in tally.Cancelled.Where(x => x.ClassId == rows.Class.Id))
            findings.Require(byCode.TryGetValue(code, out Registration? r) && r.Status == RegistrationStatus.Cancelled, $"{rows.Name}: {code} đã hủy nhưng hồ sơ chưa ghi");
    }
}
