namespace NtmServerless.Pages.Addresses;

/// <summary>Addresses of the pages of the plan.</summary>
public static class PlanPaths
{
    public const string Plan = "/" + PlanRoutes.Plan;
    public const string File = "/" + PlanRoutes.File;
    public const string Copy = "/" + PlanRoutes.Copy;
    public const string CopyFile = "/" + PlanRoutes.CopyFile;

    /// <summary>The plan copied to a year, as a file.</summary>
    public static string CopyFileOf(int year) => $"{CopyFile}?nam={year}";
}
