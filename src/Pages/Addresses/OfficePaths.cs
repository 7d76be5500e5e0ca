namespace NtmServerless.Pages.Addresses;

/// <summary>Addresses of what the pages say of the office.</summary>
public static class OfficePaths
{
    public const string Edit = "/" + OfficeRoutes.Edit;

    /// <summary>The style sheet with the office's colour.</summary>
    public static string Colour(string colour) => Address.Of(OfficeRoutes.Colour, colour);
}
