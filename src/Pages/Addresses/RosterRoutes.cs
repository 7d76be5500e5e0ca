namespace NtmServerless.Pages.Addresses;

/// <summary>Where the officers' pages of a class's list of people answer.</summary>
public static class RosterRoutes
{
    public const string One = ClassRoutes.One + "/danh-sach";
    public const string Print = One + "/in";
    public const string Slips = One + "/phieu";
    public const string Export = One + ".xlsx";
    public const string AddSeats = One + "/them-cho";
    public const string NewPerson = One + "/moi";
    public const string Person = One + "/{code}";
    public const string Slip = Person + "/phieu";
    public const string CancelPerson = Person + "/huy";
    public const string ReplacePerson = Person + "/thay";
    public const string CorrectPerson = Person + "/sua";
    public const string BringPersonBack = Person + "/khoi-phuc";
    public const string Import = One + "/nhap";
    public const string ImportTemplate = Import + "/mau.xlsx";
    public const string ImportConfirm = Import + "/xac-nhan";
}
