using DocumentFormat.OpenXml;

namespace NtmServerless.Documents.Plans;

/// <summary>The plan itself (KH), written back from its data section by section; its words are all in the data.</summary>
internal static class PlanDocument
{
    public static byte[] Write(Plan plan)
    {
        DocumentHead head = new()
        {
            ParentBody = plan.ParentBody,
            IssuingBody = plan.IssuingBody,
            Number = new DocumentNumber(plan.Number, plan.Notation ?? "KH"),
            Place = plan.Place,
            Date = plan.SignedOn is { } signed ? DocumentDate.Of(signed) : new DocumentDate(null, plan.DatedMonth, plan.Year),
            Signer = plan.Signer,
        };
        FilledTemplate text = new(plan.DocumentType, plan.Title, [], [.. Body(plan)], [.. plan.Recipients.Select(r => r.Text ?? "")]);
        return WordFile.Write($"{plan.DocumentType}: {plan.Title}", [OfficialPaper.Of(head, text)]);
    }

    private static IEnumerable<OpenXmlElement> Body(Plan plan)
    {
        foreach (string basis in plan.LegalBases) yield return Paragraphs.Of(TextStyles.LegalBasis, basis);
        if (plan.Enactment is { } enactment) yield return Paragraphs.Of(TextStyles.Body, enactment);
        PlanSections sections = new(plan);
        foreach (OpenXmlElement line in sections.All()) yield return line;
        if (plan.Closing is { } closing) yield return Paragraphs.Of(TextStyles.Body, closing);
    }
}
