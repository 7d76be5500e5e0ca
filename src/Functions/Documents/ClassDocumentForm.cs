namespace NtmServerless.Functions.Documents;

/// <summary>Asks for a document of a class.</summary>
public sealed record ClassDocumentForm
{
    public DocumentKind? Kind { get; init; }

    /// <summary>Null: the class's own number on an announcement that has one, otherwise the next of the register.</summary>
    public Numbering? Numbering { get; init; }

    /// <summary>With <see cref="Numbering.Given"/>.</summary>
    public int? Number { get; init; }

    /// <summary>Whom an invitation asks.</summary>
    public string? Addressee { get; init; }

    /// <summary>How many people the invited unit sends.</summary>
    public int? People { get; init; }

    /// <summary>Who signs; empty: left open.</summary>
    public string? SignerName { get; init; }

    /// <summary>Lines above the name, such as "KT. CHỦ TỊCH" and "PHÓ CHỦ TỊCH".</summary>
    public string? SignerCapacity { get; init; }

    /// <exception cref="InvalidInputException">With every field that is wrong.</exception>
    public CheckedClassDocument Check()
    {
        Checks checks = new();
        DocumentKind kind = checks.Value<DocumentKind>("kind", Kind is { } asked && DocumentKinds.OfClass.Contains(asked) ? asked : null);
        bool given = Numbering == Domain.Documents.Numbering.Given;
        checks.Require(!given || Number is not null, "number", "required");
        checks.Require(!given || Number is null or >= 1 and <= NumberRegister.Most, "number", "range", ("from", 1), ("to", NumberRegister.Most));
        string? addressee = Kind == DocumentKind.Invitation ? checks.Text("addressee", Addressee, 300) : null;
        checks.Require(People is null or >= 1 and <= 1_000, "people", "range", ("from", 1), ("to", 1_000));
        string? name = checks.OptionalText("signerName", SignerName, 100);
        string? capacity = checks.Paragraphs("signerCapacity", SignerCapacity, 300);
        checks.ThrowIfAny();
        string[] lines = capacity?.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
        return new CheckedClassDocument(
            kind, kind.IsNumbered() ? Numbering : Domain.Documents.Numbering.Open, given ? Number : null,
            addressee is null ? null : new Invitee(addressee, People), name is null && lines.Length == 0 ? null : new Signer(name ?? "", lines));
    }
}
