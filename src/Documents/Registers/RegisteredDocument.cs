namespace NtmServerless.Documents.Registers;

/// <summary>One issued document as it stands in the register.</summary>
/// <param name="About">Type and abstract.</param>
/// <param name="Recipients">Nơi nhận.</param>
/// <param name="Copies">Number of copies issued; null: not counted.</param>
public sealed record RegisteredDocument(
    DocumentNumber Number, DateOnly Date, string About,
    [property: Personal(PersonalDatum.Signer)] string SignedBy,
    [property: Personal(PersonalDatum.Signer)] IReadOnlyList<string> Recipients,
    int? Copies = null, string? Note = null);
