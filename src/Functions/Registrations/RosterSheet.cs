namespace NtmServerless.Functions.Registrations;

/// <summary>The people of a class as an XLSX file.</summary>
public static class RosterSheet
{
    /// <param name="phones">Whole phone numbers, not only their last digits.</param>
    public static byte[] Write(Plan plan, IReadOnlyList<Registration> people, bool phones, VietnameseTexts texts) => TableFile.Write(
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
            plan.UnitName(r.Applicant.UnitId), texts.Word(r.Applicant.Audience), r.Applicant.Organisation,
            texts["roster.status-" + r.Status.ToString().ToLowerInvariant()],
            string.Join(", ", RosterMarks.Of(r).Select(m => texts["roster.mark-" + m])),
            r.RegisteredAt.ToOffset(VietnamTime.Offset).DateTime,
        ]));
}
