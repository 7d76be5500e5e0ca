namespace NtmServerless.Domain.Evidence;

/// <summary>A session where the paper and the attendance taken do not agree. The paper is the authority.</summary>
public sealed record SheetDifference(int Session, int Signatures, int Marked);
