namespace NtmServerless.Domain.Evidence;

/// <summary>Types that are not taken, but that people really have: they are told how to convert them.</summary>
public enum ConvertibleType
{
    /// <summary>Photos of iPhones, unless set to "most compatible".</summary>
    Heic,
    WebP,
    Tiff,

    /// <summary>A PDF that is locked: nobody could read the evidence later.</summary>
    EncryptedPdf,
}
