namespace NtmServerless.Pages.Addresses;

/// <summary>Where the pages of the plan answer.</summary>
public static class PlanRoutes
{
    public const string Plan = "can-bo/ke-hoach";
    public const string File = Plan + "/tep";
    public const string Copy = Plan + "/sao-chep";
    public const string CopyFile = Copy + "/tep";
}
