namespace NtmServerless.Pages.Addresses;

/// <summary>Addresses of the pages of a villager's own registration.</summary>
public static class RegistrationPaths
{
    /// <summary>Query parameter of the look-up with a class's id.</summary>
    public const string ClassParameter = "lop";

    public const string LookUp = "/" + RegistrationRoutes.LookUp;

    public static string Register(ClassId classId) => Address.Of(RegistrationRoutes.Register, classId);

    public static string Receipt(string token) => Address.Of(RegistrationRoutes.Receipt, token);

    /// <summary>Looking up one's registration, with the class chosen.</summary>
    public static string LookUpIn(ClassId classId) => $"{LookUp}?{ClassParameter}={classId}";
}
