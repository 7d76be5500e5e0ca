namespace NtmServerless.Pages.Addresses;

/// <summary>Addresses of everybody's pages of classes.</summary>
public static class PublicClassPaths
{
    public const string Open = "/";

    public static string Of(ClassId classId) => Address.Of(PublicClassRoutes.One, classId);

    public static string Calendar(ClassId classId) => Address.Of(PublicClassRoutes.Calendar, classId);
}
