namespace NtmServerless.Pages.Addresses;

/// <summary>Where the page of the system's state answers.</summary>
public static class StatusRoutes
{
    public const string Status = "can-bo/he-thong";
    public const string Look = Status + "/ra-soat";
}
