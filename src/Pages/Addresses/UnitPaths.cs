namespace NtmServerless.Pages.Addresses;

/// <summary>Addresses of the pages of units.</summary>
public static class UnitPaths
{
    public const string List = "/" + UnitRoutes.List;
    public const string Export = "/" + UnitRoutes.Export;

    public static string Of(string unitId) => Address.Of(UnitRoutes.One, unitId);
}
