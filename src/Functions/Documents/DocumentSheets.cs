namespace NtmServerless.Functions.Documents;

/// <summary>Documents as lines of a spreadsheet, with what a register says of each.</summary>
public static class DocumentSheets
{
    public static string[] Columns(VietnameseTexts texts) =>
    [
        texts["document.col-number"], texts["document.col-date"], texts["document.kind"], texts["document.col-document"], texts["document.col-issuer"],
        texts["document.col-signed-by"], texts["document.state"], texts["document.col-note"],
    ];

    public static IEnumerable<object?[]> Lines(VietnameseTexts texts, Plan plan, IEnumerable<OfficialDocument> documents) => documents.Select(d => new object?[]
    {
        d.NumberText.Length > 0 ? d.NumberText : d.Symbol.Length > 0 ? texts["document.number-open", ("symbol", d.Symbol)] : null,
        d.Date.ToDateTime(TimeOnly.MinValue), texts.Word(d.Kind), d.Title, plan.FindUnit(d.IssuingUnitId)?.Name ?? d.IssuingUnitId, d.SignedBy,
        texts[$"document.state-{Codes.Key(DocumentStates.Of(d))}"], d.Withdrawn?.Reason,
    });
}
