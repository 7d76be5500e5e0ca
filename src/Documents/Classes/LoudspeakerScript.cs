using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace NtmServerless.Documents.Classes;

/// <summary>
/// Bài phát thanh: what the commune's announcer reads over the loudspeakers. Nothing in it is left to be worked out while
/// reading: figures, dates and abbreviations are words, also those that an office put into its template.
/// </summary>
internal sealed class LoudspeakerScript(VietnameseTexts texts, TemplateSet templates)
{
    private static readonly DocumentWords Words = DocumentWords.Vietnamese;
    private static readonly SpokenText Spoken = new(Words.Under("spoken."));

    public byte[] Write(DocumentHead head, ClassFile file)
    {
        Dictionary<string, string> values = ClassValues.Of(file, head.IssuingBody, texts);
        values["opens"] = Moment(file.Class.Announcement?.RegistrationOpensAt);
        values["closes"] = Moment(file.Class.Announcement?.RegistrationClosesAt);
        FilledTemplate filled = FilledTemplate.Of(
            templates[TemplateKind.Loudspeaker], values,
            new() { ["spoken-sessions"] = Sessions(file.Class), ["spoken-topics"] = Topics(file) },
            TextStyles.Spoken, Spoken.Of);
        return WordFile.Write($"{filled.Type}: {filled.Abstract}", [OfficialPaper.Of(head, filled)]);
    }

    private static IEnumerable<OpenXmlElement> Sessions(TrainingClass c) => ClassValues.Ahead(c).Select(s => Line(Words[
        "spoken-session",
        ("ordinal", Ordinal(s.Number)), ("from", SpokenTime.Hour(s.StartsAt)), ("to", SpokenTime.Hour(s.EndsAt)), ("day", SpokenTime.Day(VietnamTime.DateOf(s.StartsAt)))]));

    private static IEnumerable<OpenXmlElement> Topics(ClassFile file) =>
        ClassValues.Topics(file.Plan, file.Class).Select((t, i) => Line(Words["spoken-topic", ("ordinal", Ordinal(i + 1)), ("topic", Spoken.Of(VietnameseCase.Inside(t)))]));

    private static Paragraph Line(string text) => Paragraphs.Of(TextStyles.Spoken, text);

    private static string Ordinal(int number) => number switch { 1 => Words["spoken-first"], 4 => Words["spoken-fourth"], _ => NumberWords.Of(number) };

    private static string Moment(DateTimeOffset? moment) =>
        moment is { } m ? $"{SpokenTime.Hour(m)}, {SpokenTime.Day(VietnamTime.DateOf(m))}" : "";
}
