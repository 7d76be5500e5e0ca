using DocumentFormat.OpenXml;

namespace NtmServerless.Documents.Evidence;

/// <summary>The files that prove a class: what, of which session, when it came, and its hash, by which it can be checked.</summary>
internal static class EvidenceListDocument
{
    private static readonly DocumentWords Words = DocumentWords.Vietnamese;

    public static OpenXmlElement Of(ClassFile file)
    {
        Column[] columns =
        [
            new(Words["column.order"], 12, Align.Center), new(Words["column.evidence"], 34), new(Words["column.session"], 16, Align.Center),
            new(Words["column.signatures"], 22, Align.Center), new(Words["column.arrived"], 46, Align.Center), new(Words["column.hash"], 0),
        ];
        return Tables.Of(Decree30.WideTextWidth, columns, file.Evidence.OrderBy(e => e.UploadedAt).ThenBy(e => e.Sha256, StringComparer.Ordinal).Select(Row), TableLook.List);
    }

    private static string[] Row(EvidenceFact e, int index) =>
    [
        $"{index + 1}",
        Words[e.Kind == EvidenceKind.SignedSheet ? "label.signed-sheet" : e.ErasedAt is null ? "label.photo" : "label.photo-erased"],
        $"{e.Session}", $"{e.Signatures}", ClassValues.Moment(e.UploadedAt), e.Sha256,
    ];
}
