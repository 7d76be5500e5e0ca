namespace NtmServerless.Pages.Addresses;

/// <summary>Where the pages of accounts and of signing in answer.</summary>
public static class AccountRoutes
{
    public const string SignIn = "dang-nhap";
    public const string SignOut = "dang-xuat";
    public const string First = "lan-dau";
    public const string Forgotten = "quen-mat-khau";
    public const string Reset = "mat-khau-moi";
    public const string Mine = "tai-khoan";
    public const string SignOutEverywhere = Mine + "/dang-xuat-moi-thiet-bi";
    public const string List = "can-bo/tai-khoan";
    public const string Export = List + ".xlsx";
    public const string New = List + "/moi";
    public const string ForUnits = List + "/cac-don-vi";
    public const string One = List + "/{accountId}";
    public const string Password = One + "/mat-khau";
    public const string EndSessions = One + "/dang-xuat";
    public const string Disable = One + "/khoa";
    public const string Enable = One + "/mo-khoa";
}
