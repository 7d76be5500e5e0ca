namespace NtmServerless.Pages.Addresses;

/// <summary>Where everybody's pages of classes answer.</summary>
public static class PublicClassRoutes
{
    public const string Open = "{empty:maxlength(0)?}";
    public const string One = "lop/{classId}";
    public const string Calendar = One + "/lich.ics";
}
