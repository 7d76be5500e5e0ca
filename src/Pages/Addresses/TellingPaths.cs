namespace NtmServerless.Pages.Addresses;

/// <summary>Addresses of the pages on which the people of a class are told something.</summary>
public static class TellingPaths
{
    /// <summary>Name, in the address, of the notice that is looked at.</summary>
    public const string Notice = "tin";

    public static string Of(ClassId classId) => Address.Of(TellingRoutes.One, classId);

    /// <summary>The list of one notice.</summary>
    public static string Of(ClassId classId, string noticeId) => $"{Of(classId)}?{Notice}={noticeId}";

    public static string Message(ClassId classId) => Address.Of(TellingRoutes.Message, classId);
}
