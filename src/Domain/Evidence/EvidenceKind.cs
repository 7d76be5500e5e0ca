namespace NtmServerless.Domain.Evidence;

/// <summary>What a file proves. Kept apart because they are kept for different times (design: Records).</summary>
public enum EvidenceKind
{
    [Personal(PersonalDatum.SignedSheet)]
    SignedSheet,

    [Personal(PersonalDatum.Photo)]
    Photo,
}
