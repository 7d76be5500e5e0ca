namespace NtmServerless.Pages.Addresses;

/// <summary>Address of the page of the practice clock.</summary>
public static class PracticePaths
{
    public const string Clock = "/" + PracticeRoutes.Clock;
}
