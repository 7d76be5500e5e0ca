namespace NtmServerless.Documents.Classes;

/// <summary>Whom an invitation asks.</summary>
/// <param name="Name">A person with post, or a unit.</param>
/// <param name="People">How many the unit sends; null: not said.</param>
public sealed record Invitee(string Name, int? People = null);

/// <summary>Giấy mời (GM), to a person or to a unit that sends its people.</summary>
internal sealed class InvitationDocument(VietnameseTexts texts, TemplateSet templates)
{
    public byte[] Write(DocumentHead head, ClassFile file, Invitee invitee)
    {
        Dictionary<string, string> values = ClassValues.Of(file, head.IssuingBody, texts);
        values["addressee"] = invitee.Name;
        values["sent-people"] = invitee.People is { } people ? Writing.WrittenNumber.Of(people) : "";
        FilledTemplate filled = FilledTemplate.Of(
            templates[TemplateKind.Invitation], values,
            new() { ["sessions"] = ClassBlocks.Sessions(ClassValues.Ahead(file.Class)), ["topics"] = ClassBlocks.Topics(file) });
        return WordFile.Write($"{filled.Type}: {filled.Abstract} ({invitee.Name})", [OfficialPaper.Of(head, filled)]);
    }
}
