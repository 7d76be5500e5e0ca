using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace NtmServerless.Documents.Heads;

/// <summary>The end of a document: recipients beside the signature.</summary>
internal static class SignatureBlock
{
    private const double RecipientsShare = 0.46;

    private static readonly DocumentWords Words = DocumentWords.Vietnamese;

    public static Table Of(IReadOnlyList<string> recipients, Signer? signer, double width = Decree30.TextWidth)
    {
        double left = width * RecipientsShare, right = width - left;
        Table table = Tables.Frame(width, [left, right]);
        table.Append(new TableRow(
            new TableRowProperties(new CantSplit()), Tables.Cell(left, Recipients(recipients)), Tables.Cell(right, Signature(Signing.Of(signer)))));
        return table;
    }

    /// <summary>Places for hand-written signatures beside each other, as at the end of a list.</summary>
    public static Table ByHand(IReadOnlyList<string> roles, double width)
    {
        double each = width / roles.Count;
        Table table = Tables.Frame(width, [.. roles.Select(_ => each)]);
        TableRow row = new(new TableRowProperties(new CantSplit()));
        row.Append(roles.Select(role => Tables.Cell(each,
        [
            Paragraphs.Of(TextStyles.Capacity, VietnameseCase.Capitals(role)),
            Paragraphs.Of(TextStyles.SignHint, Words["label.sign-hint"]),
            Paragraphs.Of(TextStyles.SignerName).Below(Decree30.SignatureRoom),
        ])));
        table.Append(row);
        return table;
    }

    private static IEnumerable<OpenXmlElement> Recipients(IReadOnlyList<string> recipients)
    {
        if (recipients.Count == 0) return [Paragraphs.Of(TextStyles.Recipient)];
        return
        [
            Paragraphs.Of(TextStyles.RecipientsLabel, Words["template.recipients"] + ":"),
            .. recipients.Select((r, i) => Paragraphs.Of(TextStyles.Recipient, $"- {r}{(i == recipients.Count - 1 ? "." : ";")}")),
        ];
    }

    private static IEnumerable<OpenXmlElement> Signature(Signing signing)
    {
        foreach (string line in signing.Capacity) yield return Paragraphs.Of(TextStyles.Capacity, VietnameseCase.Capitals(line));
        double room = Decree30.SignatureRoom;
        foreach (string post in signing.Posts)
        {
            yield return Paragraphs.Of(TextStyles.Capacity, VietnameseCase.Capitals(post)).Below(room);
            room = 0;
        }

        yield return Paragraphs.Of(TextStyles.SignerName, signing.Name).Below(room);
    }
}
