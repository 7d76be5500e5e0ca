namespace NtmServerless.Pages.Addresses;

/// <summary>Addresses of the page of the first steps, and of the places where they are done.</summary>
public static class FirstStepsPaths
{
    public const string List = "/" + FirstStepsRoutes.List;

    /// <summary>Where a step is done.</summary>
    public static string Of(FirstStep step) => step switch
    {
        FirstStep.Office => OfficePaths.Edit,
        FirstStep.Plan => PlanPaths.Plan,
        FirstStep.Accounts => AccountPaths.ForUnits,
        FirstStep.SignIns => AccountPaths.List,
        FirstStep.Telling => PostPaths.Messages,
        FirstStep.Backup => StatusPaths.Status,
        FirstStep.FirstClass => ClassPaths.List,
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };
}
