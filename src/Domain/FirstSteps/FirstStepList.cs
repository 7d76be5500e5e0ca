namespace NtmServerless.Domain.FirstSteps;

/// <summary>How far a new office has come, worked out from its records. Nothing is ticked by hand that a record can say.</summary>
public static class FirstStepList
{
    /// <param name="tells">Whether letters or short messages can leave the house.</param>
    public static IReadOnlyList<FirstStepLine> Of(
        Plan plan, IReadOnlyCollection<Account> accounts, bool tells, IReadOnlyCollection<TrainingClass> classes, FirstStepsKept kept)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(kept);
        return [.. Enum.GetValues<FirstStep>().Select(step => Line(step, plan, accounts, tells, classes, kept.SetAside.FirstOrDefault(s => s.Step == step)))];
    }

    /// <summary>Whether nothing is left to do.</summary>
    public static bool IsDone(IEnumerable<FirstStepLine> lines) => lines.All(l => l.State != FirstStepState.Open);

    private static FirstStepLine Line(
        FirstStep step, Plan plan, IReadOnlyCollection<Account> accounts, bool tells, IReadOnlyCollection<TrainingClass> classes, StepSetAside? aside)
    {
        (int left, int all) = step switch
        {
            FirstStep.Office => (plan.Office is null ? 1 : 0, 1),
            FirstStep.Plan => Count(PlanOpenPoints.Of(plan).Count),
            FirstStep.Accounts => (AccountProposal.For(plan, accounts).Count, plan.Units.Count),
            FirstStep.SignIns => SignIns(accounts),
            FirstStep.Telling => (tells ? 0 : 1, 1),
            FirstStep.Backup => (aside is null ? 1 : 0, 1),
            FirstStep.FirstClass => (classes.Any(c => c.Announcement is not null) ? 0 : 1, classes.Count),
            _ => throw new ArgumentOutOfRangeException(nameof(step)),
        };
        FirstStepState state = left == 0 ? FirstStepState.Done : aside is null ? FirstStepState.Open : FirstStepState.SetAside;
        return new FirstStepLine(step, state, left, all, aside);
    }

    private static (int Left, int All) Count(int left) => (left, left);

    // A password that somebody else gave is changed at the first sign-in. An administrator alone is nobody who could have signed in.
    private static (int Left, int All) SignIns(IReadOnlyCollection<Account> accounts)
    {
        Account[] invited = [.. accounts.Where(a => !a.IsDisabled && a.Role != Role.Administrator)];
        return invited.Length == 0 ? (1, 0) : (invited.Count(a => a.MustChangePassword), invited.Length);
    }
}

/// <summary>Whether a first step is still to be done.</summary>
public enum FirstStepState
{
    Open,
    Done,
    SetAside,
}
