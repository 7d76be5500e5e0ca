namespace NtmServerless.Pages.Addresses;

/// <summary>Where the pages of units answer.</summary>
public static class UnitRoutes
{
    public const string List = "can-bo/don-vi";
    public const string Export = List + "/xlsx";
    public const string One = List + "/{unitId}";
}
