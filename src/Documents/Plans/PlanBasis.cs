namespace NtmServerless.Documents.Plans;

/// <summary>How another document names the plan that it is based on.</summary>
internal static class PlanBasis
{
    private static readonly DocumentWords Words = DocumentWords.Vietnamese;

    /// <summary>With number and date when the plan has them: "Kế hoạch số 05/KH-BCĐ ngày 20/3/2024 của ... về ...".</summary>
    public static string Of(Plan plan)
    {
        string type = VietnameseCase.Start(VietnameseCase.Small(plan.DocumentType));
        string title = VietnameseCase.Inside(plan.Title);
        return plan is { Number: { } number, Notation: { } notation, SignedOn: { } signed }
            ? Words["label.basis-numbered", ("type", type), ("number", new DocumentNumber(number, notation).ToString()), ("date", WrittenDate.InText(signed)), ("body", plan.IssuingBody), ("title", title)]
            : Words["label.basis", ("type", type), ("title", title), ("body", plan.IssuingBody)];
    }
}
