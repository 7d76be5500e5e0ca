using NtmServerless.Functions.Activities;
using NtmServerless.Functions.Orchestrations;
using Xunit;

namespace NtmServerless.Functions.Tests.Orchestrations;

/// <summary>
/// Cycles that the version before left in an office's data folder: each goes the way of its history, and moves over to the
/// checklist where that ends.
/// </summary>
public sealed class OldReportCycleTests
{
    private static readonly ReportId Old = new("caoloc-2024", "month-2024-05");

    [Fact]
    public Task NotBegunYet_MovesOverAtOnce() => MovesOverAsync(new ScriptedContext(Old, 0));

    [Fact]
    public Task InTheMiddleOfItsCompilation_MovesOverBehindIt() =>
        MovesOverAsync(new ScriptedContext(Old, 1, (object?)null), nameof(CompileReport));

    [Theory]
    [InlineData(ScriptedContext.Timer)]
    [InlineData(ScriptedContext.Event)]
    public Task WaitingForItsApproval_MovesOverWhenItWakes(string wakes) => MovesOverAsync(
        new ScriptedContext(Old, 3, null, false, wakes), nameof(CompileReport), nameof(IsReportApproved), ScriptedContext.Event, ScriptedContext.Timer);

    [Fact]
    public Task WaitingSinceItsReminder_MovesOverWhenItWakes() => MovesOverAsync(
        new ScriptedContext(Old, 6, null, false, ScriptedContext.Timer, null, false, ScriptedContext.Timer),
        nameof(CompileReport), nameof(IsReportApproved), ScriptedContext.Event, ScriptedContext.Timer, nameof(RemindOfApproval), nameof(IsReportApproved),
        ScriptedContext.Event, ScriptedContext.Timer);

    [Fact]
    public async Task ANewOne_ThatIsOver_Ends()
    {
        ScriptedContext context = new(Old with { Version = ReportId.Current }, 1, new ReportAgenda(null, IsOver: true));
        await PeriodicReportCycle.Run(context);
        Assert.Null(context.Next);
        Assert.Equal([nameof(ReadReportAgenda), "status"], context.Asked);
    }

    private static async Task MovesOverAsync(ScriptedContext context, params string[] history)
    {
        await PeriodicReportCycle.Run(context);
        Assert.Equal(history, context.Asked);
        Assert.Equal(Old with { Version = ReportId.Current }, context.Next);
    }
}
