using DocumentFormat.OpenXml;

namespace NtmServerless.Documents.Classes;

/// <summary>Parts that several documents of a class share.</summary>
internal static class ClassBlocks
{
    private static readonly DocumentWords Words = DocumentWords.Vietnamese;

    public static IEnumerable<OpenXmlElement> Sessions(IEnumerable<Session> sessions, double width = Decree30.TextWidth)
    {
        Column[] columns = [new(Words["column.session"], 25, Align.Center), new(Words["column.day"], 65, Align.Center), new(Words["column.time"], 0, Align.Center)];
        yield return Tables.Of(
            width, columns, sessions.Select(s => (string[])[$"{s.Number}", VietnameseCase.Start(WrittenDate.WithWeekday(VietnamTime.DateOf(s.StartsAt))), Times(s)]), TableLook.Figures);
        yield return Paragraphs.Of(TextStyles.Gap);
    }

    public static IEnumerable<OpenXmlElement> Topics(ClassFile file)
    {
        string[] topics = [.. ClassValues.Topics(file.Plan, file.Class)];
        return topics.Select((t, i) => Paragraphs.Of(TextStyles.Item, $"- {t}{(i == topics.Length - 1 ? "." : ";")}"));
    }

    /// <summary>"từ 7 giờ 30 đến 11 giờ".</summary>
    public static string Times(Session session) =>
        Words["label.times", ("from", Vietnamese.Hour(session.StartsAt)), ("to", Vietnamese.Hour(session.EndsAt))];
}
