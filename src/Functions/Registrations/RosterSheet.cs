namespace NtmServerless.Functions.Registrations;

/// <summary>The people of a class as an XLSX file.</summary>
public static class RosterSheet
{
    /// <param name="phones">Whole phone numbers, not only their last digits.</param>
    public static byte[] Write(Plan plan, IReadOnlyList<Registration> people, bool phones, VietnameseTexts texts) => TableFile.Write(
        texts["roster.title"],
        [
            texts["roster.sequence"], texts["roster.code"], .. PersonField.All.Select(f => texts.Label(f)),
            texts["roster.status"], texts["roster.marks"], texts["roster.registered-at"],
        ],
        people.Select(r => (IReadOnlyList<object?>)
        [
            r.Sequence, r.Code,
            .. PersonField.All.Select(f => phones && f == PersonField.Phone ? r.Applicant.DialledPhone() : PersonValues.Of(r.Applicant, f, plan, texts)),
            texts["roster.status-" + r.Status.ToString().ToLowerInvariant()],
            string.Join(", ", RosterMarks.Of(r).Select(m => texts["roster.mark-" + m])),
            r.RegisteredAt.ToOffset(VietnamTime.Offset).DateTime,
        ]));
}
