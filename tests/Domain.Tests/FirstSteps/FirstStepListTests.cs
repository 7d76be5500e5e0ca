using NtmServerless.Domain.FirstSteps;
using Xunit;

namespace NtmServerless.Domain.Tests.FirstSteps;

public sealed class FirstStepListTests
{
    private static readonly DateTimeOffset Now = SampleClass.At("2024-04-01 08:00");

    [Fact]
    public void Steps_OfANewOffice_AreAllOpen_InTheirOrder()
    {
        IReadOnlyList<FirstStepLine> lines = Of();
        Assert.Equal(Enum.GetValues<FirstStep>(), lines.Select(l => l.Step));
        Assert.All(lines, l => Assert.Equal(FirstStepState.Open, l.State));
        Assert.False(FirstStepList.IsDone(lines));
    }

    [Fact]
    public void Office_IsDone_WhenThePlanSaysWhoseThePagesAre()
    {
        OfficeIdentity office = new("Huyện Cao Lộc", null, null, null);
        Assert.Equal(FirstStepState.Done, State(FirstStep.Office, plan: SamplePlan.Plan with { Office = office }));
    }

    [Fact]
    public void Plan_CountsWhatItLeavesOpen() =>
        Assert.Equal(PlanOpenPoints.Of(SamplePlan.Plan).Count, Of().Single(l => l.Step == FirstStep.Plan).Left);

    [Fact]
    public void Accounts_AreDone_WhenEveryUnitHasOne()
    {
        Account[] all = [.. SamplePlan.Plan.Units.Select(u => Officer(u.Id))];
        Assert.Equal(FirstStepState.Done, State(FirstStep.Accounts, accounts: all));
        FirstStepLine line = Of(accounts: all[2..]).Single(l => l.Step == FirstStep.Accounts);
        Assert.Equal((FirstStepState.Open, 2, all.Length), (line.State, line.Left, line.All));
    }

    [Fact]
    public void SignIns_AreDone_WhenNobodyHasAGivenPasswordAnyMore()
    {
        Account[] half = [Officer("xa-gia-cat"), Officer("xa-binh-trung") with { MustChangePassword = true }];
        FirstStepLine line = Of(accounts: half).Single(l => l.Step == FirstStep.SignIns);
        Assert.Equal((FirstStepState.Open, 1, 2), (line.State, line.Left, line.All));
        Assert.Equal(FirstStepState.Done, State(FirstStep.SignIns, accounts: half[..1]));
        Assert.Equal(FirstStepState.Done, State(FirstStep.SignIns, accounts: [half[0], half[1] with { IsDisabled = true }]));
    }

    [Fact]
    public void SignIns_OfAnAdministratorAlone_AreNotDone() =>
        Assert.Equal(FirstStepState.Open, State(FirstStep.SignIns, accounts: [Officer(SampleClass.Office) with { Role = Role.Administrator }]));

    [Fact]
    public void Telling_IsDone_WhenLettersOrMessagesCanLeave() => Assert.Equal(FirstStepState.Done, State(FirstStep.Telling, tells: true));

    [Fact]
    public void Backup_IsDone_WhenItIsWrittenDownWhoKeepsIt() => Assert.Equal(FirstStepState.Done, State(FirstStep.Backup, kept: Aside(FirstStep.Backup)));

    [Fact]
    public void FirstClass_IsDone_WhenOneWasAnnounced_NotWhenItIsPlanned()
    {
        Assert.Equal(FirstStepState.Open, State(FirstStep.FirstClass, classes: [SampleClass.Planned()]));
        Assert.Equal(FirstStepState.Done, State(FirstStep.FirstClass, classes: [SampleClass.Planned(), SampleClass.Announced()]));
    }

    [Fact]
    public void Step_SetAsideWithAReason_IsLeftOut_UntilItIsTakenUpAgain()
    {
        FirstStepsKept kept = Aside(FirstStep.Telling);
        FirstStepLine line = Of(kept: kept).Single(l => l.Step == FirstStep.Telling);
        Assert.Equal((FirstStepState.SetAside, "Các xã gọi điện"), (line.State, line.Aside!.Reason));
        Assert.Equal(FirstStepState.Open, State(FirstStep.Telling, kept: kept.Without(FirstStep.Telling)));
        Assert.Equal(FirstStepState.Done, State(FirstStep.Telling, tells: true, kept: kept));
    }

    [Fact]
    public void Step_SetAsideTwice_KeepsTheLastReason() => Assert.Equal(
        ["Lý do khác"], Aside(FirstStep.Plan).With(new StepSetAside(FirstStep.Plan, "Lý do khác", Now, "VP")).SetAside.Select(s => s.Reason));

    [Fact]
    public void Steps_AllSetAsideOrDone_AreDone()
    {
        FirstStepsKept kept = Enum.GetValues<FirstStep>().Aggregate(
            FirstStepsKept.None, (before, step) => before.With(new StepSetAside(step, "Không cần", Now, "VP")));
        Assert.True(FirstStepList.IsDone(Of(kept: kept)));
    }

    private static FirstStepsKept Aside(FirstStep step) => FirstStepsKept.None.With(new StepSetAside(step, "Các xã gọi điện", Now, "VP"));

    private static Account Officer(string unitId) => new(unitId, unitId, unitId, Role.Commune, unitId, Now);

    private static FirstStepState State(
        FirstStep step, Plan? plan = null, Account[]? accounts = null, bool tells = false, TrainingClass[]? classes = null, FirstStepsKept? kept = null) =>
        Of(plan, accounts, tells, classes, kept).Single(l => l.Step == step).State;

    private static IReadOnlyList<FirstStepLine> Of(
        Plan? plan = null, Account[]? accounts = null, bool tells = false, TrainingClass[]? classes = null, FirstStepsKept? kept = null) =>
        FirstStepList.Of(plan ?? SamplePlan.Plan, accounts ?? [], tells, classes ?? [], kept ?? FirstStepsKept.None);
}
