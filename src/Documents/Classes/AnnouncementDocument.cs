namespace NtmServerless.Documents.Classes;

/// <summary>Thông báo (TB): that a class is held, for whom, when and where, and until when to register.</summary>
internal sealed class AnnouncementDocument(VietnameseTexts texts, TemplateSet templates)
{
    public byte[] Write(DocumentHead head, ClassFile file)
    {
        FilledTemplate filled = FilledTemplate.Of(
            templates[TemplateKind.Announcement],
            ClassValues.Of(file, head.IssuingBody, texts),
            new() { ["sessions"] = ClassBlocks.Sessions(ClassValues.Ahead(file.Class)), ["topics"] = ClassBlocks.Topics(file) });
        return WordFile.Write($"{filled.Type}: {filled.Abstract}", [OfficialPaper.Of(head, filled)]);
    }
}
