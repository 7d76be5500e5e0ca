namespace NtmServerless.Pages.Addresses;

/// <summary>Where the page of the first steps answers.</summary>
public static class FirstStepsRoutes
{
    public const string List = "can-bo/buoc-dau";
}
