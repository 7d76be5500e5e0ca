namespace NtmServerless.Domain.Documents;

/// <summary>
/// A document that was made and is kept: what the register says of it, and the hashes of its bytes and of what it was made
/// from. It is never changed; one that was wrong is withdrawn and stays in the register with the reason.
/// </summary>
public sealed record OfficialDocument
{
    public required PlanId PlanId { get; init; }

    /// <summary>Begins with the year of the register that it stands in.</summary>
    public required string Id { get; init; }
    public required DocumentKind Kind { get; init; }

    /// <summary>The class, the report, the plan or the span that it is about.</summary>
    public required string AboutId { get; init; }

    /// <summary>Type and abstract, as the register names it.</summary>
    public required string Title { get; init; }
    public required string IssuingUnitId { get; init; }

    /// <summary>Null: open, written in by hand.</summary>
    public int? Number { get; init; }

    /// <summary>What follows the number, such as TB-VPĐP; empty for papers without a number.</summary>
    public required string Symbol { get; init; }

    /// <summary>Local date on the document; while the number is open, the day is left open as well.</summary>
    public required DateOnly Date { get; init; }
    public required DateTimeOffset MadeAt { get; init; }
    public required Actor MadeBy { get; init; }

    /// <summary>Who signs, as it stands on the document; null: left open.</summary>
    [Personal(PersonalDatum.Signer)]
    public string? SignedBy { get; init; }

    /// <summary>Nơi nhận, where the document names its own.</summary>
    [Personal(PersonalDatum.Signer)]
    public IReadOnlyList<string> Recipients { get; init; } = [];

    /// <summary>Of the bytes, lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Of what it was made from.</summary>
    public required string SourceSha256 { get; init; }
    public SignedScan? Scan { get; init; }
    public Withdrawal? Withdrawn { get; init; }

    /// <summary>When its files were removed with the personal data in them; the hashes stay.</summary>
    public DateTimeOffset? ErasedAt { get; init; }

    /// <summary>"05/TB-VPĐP"; empty while there is no number.</summary>
    public string NumberText => Number is { } number ? $"{number:00}/{Symbol}" : "";

    /// <exception cref="RuleBrokenException"><see cref="Rule.DocumentWithdrawn"/> when it was withdrawn before.</exception>
    public OfficialDocument Withdraw(Withdrawal withdrawal) =>
        Withdrawn is null ? this with { Withdrawn = withdrawal } : throw new RuleBrokenException(Rule.DocumentWithdrawn);

    /// <summary>Attaches the scan of the signed paper; a better scan replaces the first.</summary>
    /// <exception cref="RuleBrokenException"><see cref="Rule.DocumentWithdrawn"/>, <see cref="Rule.DocumentErased"/>.</exception>
    public OfficialDocument Attach(SignedScan scan)
    {
        if (Withdrawn is not null) throw new RuleBrokenException(Rule.DocumentWithdrawn);
        if (ErasedAt is not null) throw new RuleBrokenException(Rule.DocumentErased);
        return Scan?.Sha256 == scan.Sha256 ? this : this with { Scan = scan };
    }
}

/// <summary>The scan of a signed and stamped document.</summary>
public sealed record SignedScan(string Sha256, FileType Type, long Bytes, Actor By, DateTimeOffset At);

/// <summary>Why a document does not count any more.</summary>
public sealed record Withdrawal(string Reason, Actor By, DateTimeOffset At);
