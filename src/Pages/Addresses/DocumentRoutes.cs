namespace NtmServerless.Pages.Addresses;

/// <summary>Where the pages of documents answer, and their files.</summary>
public static class DocumentRoutes
{
    public const string List = "can-bo/van-ban";
    public const string Export = List + "/xlsx";
    public const string One = List + "/{documentId}";
    public const string SignedScan = One + "/ban-ky";
    public const string Withdraw = One + "/thu-hoi";
    public const string MakePlan = List + "/ke-hoach";
    public const string MakeLog = List + "/truyen-thong";
    public const string Register = List + "/so";
    public const string RegisterExport = Register + "/xlsx";
    public const string MakeRegister = Register + "/lap";
    public const string Templates = "can-bo/mau-van-ban";
    public const string OfClass = ClassRoutes.One + "/van-ban";
    public const string File = "api/plans/{planId}/documents/{documentId}";
    public const string SignedFile = File + "/signed";
}
