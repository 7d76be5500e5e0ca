using Table = DocumentFormat.OpenXml.Wordprocessing.Table;

namespace NtmServerless.Documents.Registrations;

/// <summary>Danh sách học viên: who has a seat, by given name, on a page on its side.</summary>
internal sealed class ParticipantList(VietnameseTexts texts, TemplateSet templates)
{
    private static readonly DocumentWords Words = DocumentWords.Vietnamese;

    public byte[] Write(DocumentHead head, ClassFile file)
    {
        IReadOnlyList<Registration> people = People.Seated(file);
        Dictionary<string, string> values = ClassValues.Of(file, head.IssuingBody, texts);
        values["people"] = WrittenNumber.Of(people.Count);
        values["women"] = WrittenNumber.Of(people.Count(p => p.Applicant.Sex == Sex.Female));
        FilledTemplate filled = FilledTemplate.Of(templates[TemplateKind.Participants], values, new() { ["participants"] = [List(file, people), Paragraphs.Of(TextStyles.Gap)] });
        return WordFile.Write($"{filled.Type}: {filled.Abstract}", [OfficialPaper.Of(head, filled, wide: true)]);
    }

    private Table List(ClassFile file, IReadOnlyList<Registration> people)
    {
        Column[] columns =
        [
            new(Words["column.order"], 11, Align.Center), new(Words["column.name"], 52), new(Words["column.birth-year"], 16, Align.Center),
            new(Words["column.sex"], 14, Align.Center), new(Words["column.ethnic-group"], 18, Align.Center), new(Words["column.role"], 53),
            new(Words["column.place"], 0), new(Words["column.note"], 26),
        ];
        return Tables.Of(Decree30.WideTextWidth, columns, people.Select((r, i) => Row(file, r, i + 1)), TableLook.List with { KeptWithNext = true });
    }

    private string[] Row(ClassFile file, Registration r, int order)
    {
        Applicant person = r.Applicant;
        return
        [
            $"{order}", person.FullName, $"{person.BirthYear}", People.SexOf(person), person.EthnicGroup ?? "", People.RoleOf(person, texts),
            People.PlaceOf(person, file.Plan), r.IsPriority ? Words["label.priority"] : "",
        ];
    }
}
