namespace NtmServerless.Pages.Addresses;

/// <summary>Where the pages answer on which the people of a class are told something.</summary>
public static class TellingRoutes
{
    public const string One = ClassRoutes.One + "/bao-tin";
    public const string Message = ClassRoutes.One + "/nhan-tin";
}
