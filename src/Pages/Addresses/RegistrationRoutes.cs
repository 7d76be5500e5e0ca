namespace NtmServerless.Pages.Addresses;

/// <summary>Where the pages of a villager's own registration answer.</summary>
public static class RegistrationRoutes
{
    public const string Register = PublicClassRoutes.One + "/dang-ky";
    public const string LookUp = "tra-cuu";
    public const string Receipt = Receipts + "/{token}";

    public const string CorrectReceipt = Receipt + "/sua";

    /// <summary>What every receipt's address begins with.</summary>
    public const string Receipts = "phieu";
}
