namespace NtmServerless.Functions.Classes;

/// <summary>The list of classes as an XLSX file.</summary>
public static class ClassListSheet
{
    public static byte[] Write(Plan plan, IReadOnlyList<TrainingClass> classes, VietnameseTexts texts, DateTimeOffset now) => TableFile.Write(
        texts["class.list-title"],
        [
            texts["class.id"], texts["class.class"], texts["class.stream"], texts["class.title"], texts["class.stage"], texts["class.next-date"],
            texts["class.host"], texts["class.lead"], texts["class.venue"], texts["class.capacity"], texts["class.confirmed"], texts["class.waiting"],
        ],
        classes.Select(c => (IReadOnlyList<object?>)
        [
            c.Id, ClassNames.InShort(c, plan, texts), plan.StreamTitle(c.StreamId), c.Title, ClassNames.Stage(c, texts),
            ClassFilter.NextDate(c, now)?.ToOffset(VietnamTime.Offset).DateTime,
            plan.UnitName(c.HostUnitId), plan.UnitName(c.LeadUnitId),
            c.Announcement?.Venue, c.Seats.Capacity, c.Seats.Confirmed, c.Seats.Waitlisted,
        ]));
}
