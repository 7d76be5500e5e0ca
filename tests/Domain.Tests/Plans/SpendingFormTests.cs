using Xunit;

namespace NtmServerless.Domain.Tests.Plans;

public sealed class SpendingFormTests
{
    private const long Most = 100_000_000_000;
    private static readonly string Source = SamplePlan.Plan.Funding!.Sources[0].Id;

    [Theory]
    [InlineData(0L)]
    [InlineData(Most)]
    public void Check_AtTheEndsOfTheRange_IsFine(long amount)
    {
        (IReadOnlyList<Spending> spent, IReadOnlyList<FieldError> errors) = Check(SamplePlan.Plan, new SpendingForm(Source, amount));
        Assert.Equal([new(Source, amount)], spent);
        Assert.Empty(errors);
    }

    [Theory]
    [InlineData(-1L)]
    [InlineData(Most + 1)]
    [InlineData(null)]
    public void Check_OfAnAmountThatCannotBe_SaysWhatCan(long? amount)
    {
        FieldError error = Assert.Single(Check(SamplePlan.Plan, new SpendingForm(Source, 1), new SpendingForm(Source, amount)).Errors);
        Assert.Equal(("spent[1].amount", "range"), (error.Field, error.Code));
        Assert.Equal([("from", (object)0), ("to", Most)], error.Facts);
    }

    [Fact]
    public void Check_OfASourceThatThePlanDoesNotHave_IsRefused()
    {
        FieldError error = Assert.Single(Check(SamplePlan.Plan, new SpendingForm("khong-co", 1)).Errors);
        Assert.Equal(("spent[0].sourceId", "source-unknown"), (error.Field, error.Code));
        Assert.Single(Check(SamplePlan.Plan, new SpendingForm(null, 1)).Errors);
        Assert.Single(Check(SamplePlan.Plan with { Funding = null }, new SpendingForm(Source, 1)).Errors);
    }

    [Fact]
    public void Check_OfNone_IsFine_AndTwentyAreTheMost()
    {
        Checks checks = new();
        Assert.Empty(SpendingForm.Check(null, SamplePlan.Plan, checks));
        checks.ThrowIfAny();
        SpendingForm[] twenty = [.. Enumerable.Repeat(new SpendingForm(Source, 1), 20)];
        Assert.Equal((20, 0), (Check(SamplePlan.Plan, twenty).Spent.Count, Check(SamplePlan.Plan, twenty).Errors.Count));
        (IReadOnlyList<Spending> spent, IReadOnlyList<FieldError> errors) = Check(SamplePlan.Plan, [.. twenty, twenty[0]]);
        Assert.Equal((20, "spent", "too-many"), (spent.Count, Assert.Single(errors).Field, errors[0].Code));
        Assert.Equal([("most", (object)20)], errors[0].Facts);
    }

    private static (IReadOnlyList<Spending> Spent, IReadOnlyList<FieldError> Errors) Check(Plan plan, params SpendingForm[] forms)
    {
        Checks checks = new();
        IReadOnlyList<Spending> spent = SpendingForm.Check(forms, plan, checks);
        return (spent, (Record.Exception(checks.ThrowIfAny) as InvalidInputException)?.Errors ?? []);
    }
}
