namespace NtmServerless.Documents.Heads;

/// <summary>What a document says about itself: who issues it, its number, place and date, who signs, who gets it.</summary>
public sealed record DocumentHead
{
    /// <summary>Cơ quan chủ quản, above the issuing body; null: none.</summary>
    public string? ParentBody { get; init; }

    /// <summary>Cơ quan ban hành.</summary>
    public required string IssuingBody { get; init; }
    public required DocumentNumber Number { get; init; }
    public required string Place { get; init; }
    public required DocumentDate Date { get; init; }

    /// <summary>Lines above the name, such as "KT. TRƯỞNG BAN", and the name; null: left open.</summary>
    public Signer? Signer { get; init; }

    /// <summary>Nơi nhận, without dashes and closing marks; null: those of the template.</summary>
    public IReadOnlyList<string>? Recipients { get; init; }
}
