namespace NtmServerless.Domain.Evidence;

/// <summary>The types that are taken as evidence.</summary>
public enum FileType
{
    Pdf,
    Jpeg,
    Png,
}
