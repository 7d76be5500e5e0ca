namespace NtmServerless.Documents.Registers;

/// <summary>One issued document as it stands in the register.</summary>
/// <param name="About">Type and abstract.</param>
/// <param name="Recipients">Nơi nhận.</param>
/// <param name="Copies">Number of copies issued; null: not counted.</param>
public sealed record RegisteredDocument(
    DocumentNumber Number, DateOnly Date, string About, string SignedBy, IReadOnlyList<string> Recipients, int? Copies = null, string? Note = null);

/// <summary>Sổ đăng ký văn bản đi of a year, with the columns of Decree 30/2020/NĐ-CP, appendix IV.</summary>
internal static class DocumentRegister
{
    private static readonly DocumentWords Words = DocumentWords.Vietnamese;

    public static byte[] Write(string issuingBody, int year, IEnumerable<RegisteredDocument> documents)
    {
        const double width = Decree30.WideTextWidth;
        Column[] columns =
        [
            new(Words["column.number"], 30), new(Words["column.document-date"], 24, Align.Center), new(Words["column.about"], 0),
            new(Words["column.signed-by"], 34), new(Words["column.recipients"], 52), new(Words["column.kept-by"], 24), new(Words["column.copies"], 16, Align.Center),
            new(Words["column.note"], 18),
        ];
        string type = Words["register.type"], about = Words["register.about", ("year", $"{year}")];
        return WordFile.Write($"{type}: {about}",
        [
            new Sheet(
            [
                HeadBlock.Short(null, issuingBody, width),
                .. HeadBlock.Title(type, about, width),
                Tables.Of(width, columns, documents.OrderBy(d => d.Date).ThenBy(d => d.Number.Number).ThenBy(d => d.Number.Symbol, StringComparer.Ordinal).Select(Row), TableLook.List),
            ]) { Wide = true },
        ]);
    }

    private static string[] Row(RegisteredDocument d) =>
    [
        d.Number.ToString().Trim(), WrittenDate.InText(d.Date), d.About, d.SignedBy, string.Join("; ", d.Recipients), Words["label.archive"], $"{d.Copies}", d.Note ?? "",
    ];
}
