namespace NtmServerless.Functions.Classes;

/// <summary>Lists of classes and of people as XLSX files.</summary>
public static class ClassFiles
{
    public static byte[] List(Plan plan, IReadOnlyList<TrainingClass> classes, VietnameseTexts texts, DateTimeOffset now) => TableFile.Write(
        texts["class.list-title"],
        [
            texts["class.id"], texts["class.stream"], texts["class.row-number"], texts["class.title"], texts["class.stage"], texts["class.next-date"],
            texts["class.host"], texts["class.lead"], texts["class.venue"], texts["class.capacity"], texts["class.confirmed"], texts["class.waiting"],
        ],
        classes.Select(c => (IReadOnlyList<object?>)
        [
            c.Id, plan.FindStream(c.StreamId)?.DisplayTitle ?? c.StreamId, c.Number, c.Title, texts.Word(c.Stage),
            ClassFilter.NextDate(c, now)?.ToOffset(VietnamTime.Offset).DateTime,
            plan.FindUnit(c.HostUnitId)?.ShortName ?? c.HostUnitId, plan.FindUnit(c.LeadUnitId)?.ShortName ?? c.LeadUnitId,
            c.Announcement?.Venue, c.Seats.Capacity, c.Seats.Confirmed, c.Seats.Waitlisted,
        ]));

    /// <param name="phones">Whole phone numbers, not only their last digits.</param>
    public static byte[] Roster(Plan plan, IReadOnlyList<Registration> people, bool phones, VietnameseTexts texts) => TableFile.Write(
        texts["roster.title"],
        [
            texts["roster.sequence"], texts["roster.code"], texts["roster.name"], texts["roster.birth-year"], texts["roster.sex"], texts["roster.ethnic-group"],
            texts["roster.phone"], texts["roster.village"], texts["roster.unit"], texts["roster.audience"], texts["roster.organisation"],
            texts["roster.status"], texts["roster.marks"], texts["roster.registered-at"],
        ],
        people.Select(r => (IReadOnlyList<object?>)
        [
            r.Sequence, r.Code, r.Applicant.FullName, r.Applicant.BirthYear, texts["roster.sex-" + r.Applicant.Sex.ToString().ToLowerInvariant()],
            r.Applicant.EthnicGroup, phones ? r.Applicant.DialledPhone() : r.Applicant.MaskedPhone(), r.Applicant.Village,
            plan.FindUnit(r.Applicant.UnitId)?.ShortName ?? r.Applicant.UnitId, texts.Word(r.Applicant.Audience), r.Applicant.Organisation,
            texts["roster.status-" + r.Status.ToString().ToLowerInvariant()],
            string.Join(", ", RosterMarks.Of(r).Select(m => texts["roster.mark-" + m])),
            r.RegisteredAt.ToOffset(VietnamTime.Offset).DateTime,
        ]));
}
