namespace NtmServerless.Pages.Addresses;

/// <summary>Where what the pages say of the office answers.</summary>
public static class OfficeRoutes
{
    public const string Edit = "can-bo/ke-hoach/van-phong";
    public const string Colour = "mau-co-quan/{colour}";
}
