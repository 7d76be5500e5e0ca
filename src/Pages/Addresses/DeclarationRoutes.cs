namespace NtmServerless.Pages.Addresses;

/// <summary>Where the pages of declared classes answer.</summary>
public static class DeclarationRoutes
{
    public const string List = "can-bo/lop-don-vi-khai";
    public const string Export = List + "/xlsx";
    public const string Declare = List + "/khai";
    public const string Upload = List + "/danh-sach";
    public const string Template = Upload + "/mau.xlsx";
    public const string One = List + "/{declarationId}";
    public const string Correct = One + "/sua";
    public const string Accept = One + "/nhan";
    public const string Return = One + "/tra-lai";
    public const string Withdraw = One + "/rut";
    public const string Scan = One + "/ban-quet";
}
