namespace NtmServerless.Pages.Addresses;

/// <summary>Where the pages of accounts and of signing in answer.</summary>
public static class AccountRoutes
{
    public const string SignIn = "dang-nhap";
    public const string SignOut = "dang-xuat";
    public const string First = "lan-dau";
    public const string Mine = "tai-khoan";
    public const string List = "can-bo/tai-khoan";
    public const string Export = List + ".xlsx";
    public const string New = List + "/moi";
    public const string One = List + "/{accountId}";
    public const string Password = One + "/mat-khau";
    public const string Disable = One + "/khoa";
    public const string Enable = One + "/mo-khoa";
}
