namespace NtmServerless.Pages.Addresses;

/// <summary>Where the pages of attendance answer.</summary>
public static class AttendanceRoutes
{
    public const string One = OfClass + "/{session:int}";
    public const string WalkIn = One + "/nguoi-moi";
    public const string Export = OfClass + ".xlsx";
    public const string Upload = OfClass + "/nhap";
    public const string Save = Upload + "/ghi";

    private const string OfClass = ClassRoutes.One + "/diem-danh";
}
