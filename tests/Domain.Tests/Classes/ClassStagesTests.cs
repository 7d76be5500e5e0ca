using Xunit;

namespace NtmServerless.Domain.Tests.Classes;

public sealed class ClassStagesTests
{
    // Rows: where a class stands; columns in the order of the enumeration: Planned .. Cancelled.
    private static readonly Dictionary<ClassStage, string> Table = new()
    {
        [ClassStage.Planned] = "-X------X",
        [ClassStage.Announced] = "--X----XX",
        [ClassStage.Registering] = "---X-X-XX",
        [ClassStage.Confirmed] = "----XX-XX",
        [ClassStage.Holding] = "-----X-XX",
        [ClassStage.Reporting] = "------XXX",
        [ClassStage.Closed] = "---------",
        [ClassStage.Postponed] = "-X-X-X--X",
        [ClassStage.Cancelled] = "---------",
    };

    public static TheoryData<ClassStage, ClassStage, bool> Pairs() =>
        [.. Table.SelectMany(row => row.Value.Select((mark, column) => new TheoryDataRow<ClassStage, ClassStage, bool>(row.Key, (ClassStage)column, mark == 'X')))];

    [Theory]
    [MemberData(nameof(Pairs))]
    public void EveryPair_IsAllowedOrRefusedAsInTheTable(ClassStage from, ClassStage to, bool allowed)
    {
        Assert.Equal(allowed, to.MayFollow(from));
        TrainingClass c = SampleClass.In(from);
        if (allowed)
        {
            Assert.Equal(to, c.MoveTo(to).Stage);
            return;
        }

        RuleBrokenException refused = Assert.Throws<RuleBrokenException>(() => c.MoveTo(to));
        Assert.Equal(Rule.ClassStage, refused.Rule);
        Assert.Equal([("stage", (object)from), ("wanted", to)], refused.Facts);
    }

    [Fact]
    public void Table_NamesEveryPairOfStages() => Assert.All(Enum.GetValues<ClassStage>(), stage => Assert.Equal(9, Table[stage].Length));

    [Theory]
    [InlineData(ClassStage.Closed, true)]
    [InlineData(ClassStage.Cancelled, true)]
    [InlineData(ClassStage.Postponed, false)]
    [InlineData(ClassStage.Reporting, false)]
    [InlineData(ClassStage.Planned, false)]
    public void IsOver_WhereNothingFollows(ClassStage stage, bool over) => Assert.Equal(over, stage.IsOver());
}
