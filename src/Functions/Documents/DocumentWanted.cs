namespace NtmServerless.Functions.Documents;

/// <summary>What is wanted of a document beside what it is made from.</summary>
/// <param name="IssuingUnitId">Whose register numbers it.</param>
public sealed record DocumentWanted(PlanId PlanId, string AboutId, string IssuingUnitId, string UnitSymbol)
{
    public Numbering Numbering { get; init; } = Numbering.Open;
    public int? Number { get; init; }
    public string? Symbol { get; init; }

    /// <summary>Null: today.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Null: what the document says tells it apart.</summary>
    public string? Identity { get; init; }
}
