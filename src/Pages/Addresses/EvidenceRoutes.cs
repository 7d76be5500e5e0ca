namespace NtmServerless.Pages.Addresses;

/// <summary>Where the pages of sheets, signatures and photos answer, and their files.</summary>
public static class EvidenceRoutes
{
    public const string One = ClassRoutes.One + "/minh-chung";
    public const string Erase = One + "/{sha256}/xoa";
    public const string Signatures = ClassRoutes.One + "/chu-ky/{session:int}";
    public const string Reason = Signatures + "/ly-do";
    public const string Correct = Signatures + "/sua";
    public const string Scan = "can-bo/ban-quet";
    public const string File = "api/classes/{classId}/evidence/{kind}/{sha256}";
}
