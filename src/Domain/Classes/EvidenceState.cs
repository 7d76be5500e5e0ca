namespace NtmServerless.Domain.Classes;

/// <summary>What has arrived for a class, and what the signed sheets say.</summary>
public sealed record EvidenceState
{
    public int SignedSheets { get; init; }
    public int Photos { get; init; }

    /// <summary>Signatures counted on the sheet of a session, by the officer who uploaded it.</summary>
    public IReadOnlyList<SheetCount> SheetCounts { get; init; } = [];

    public bool IsMissing => SignedSheets == 0 || Photos == 0;
}

/// <summary>Signatures on the paper of one session.</summary>
public sealed record SheetCount(int Session, int Signatures);
