namespace NtmServerless.Storage.Documents;

/// <summary>A document that is to be kept, before it has its number.</summary>
/// <param name="Identity">Tells documents apart: a second one of the same identity is the first.</param>
/// <param name="Date">Local date on it; its year names the register.</param>
/// <param name="Source">What it is made from, as it is kept.</param>
public sealed record DocumentDraft(
    PlanId PlanId, DocumentKind Kind, string AboutId, string Title, string IssuingUnitId, DateOnly Date, string Identity, byte[] Source)
{
    public Numbering Numbering { get; init; } = Numbering.Open;

    /// <summary>With <see cref="Numbering.Given"/>, and for a plan, which is not in the register.</summary>
    public int? Number { get; init; }

    /// <summary>What stands for the unit in the symbol, unless its register says another.</summary>
    public string UnitSymbol { get; init; } = "";

    /// <summary>The whole symbol, for a document that brings its own; null: made of type and unit.</summary>
    public string? Symbol { get; init; }
    public string? SignedBy { get; init; }
    public IReadOnlyList<string> Recipients { get; init; } = [];
    public required Actor By { get; init; }
}
