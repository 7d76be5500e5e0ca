namespace NtmServerless.Pages.Addresses;

/// <summary>Addresses of the pages of a villager's own registration.</summary>
public static class RegistrationPaths
{
    /// <summary>Query parameter of the form with the id of the commune that stands in it at first.</summary>
    public const string CommuneParameter = "xa";

    public const string LookUp = "/" + RegistrationRoutes.LookUp;

    public static string Register(ClassId classId) => Address.Of(RegistrationRoutes.Register, classId);

    /// <summary>Registering somebody else of a house: the commune is known.</summary>
    public static string RegisterFrom(ClassId classId, string unitId) => $"{Register(classId)}?{CommuneParameter}={Uri.EscapeDataString(unitId)}";

    public static string CorrectReceipt(string token) => Address.Of(RegistrationRoutes.CorrectReceipt, token);

    public static string Receipt(string token) => Address.Of(RegistrationRoutes.Receipt, token);
}
