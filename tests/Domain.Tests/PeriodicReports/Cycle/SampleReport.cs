namespace NtmServerless.Domain.Tests.PeriodicReports.Cycle;

/// <summary>The report on May 2024, asked on Wednesday 15 May 2024.</summary>
internal static class SampleReport
{
    public static readonly ReportingPeriod Period = ReportingPeriods.Decree09.Month(2024, 5);
    public static readonly DateTimeOffset AskedAt = SampleClass.At("2024-05-15 00:05");
    public static readonly ReportPosts Posts = ReportPosts.Of(SamplePlan.Plan);

    public static readonly PeriodicReport Fresh = new() { PlanId = SamplePlan.Plan.Id, Period = Period, Id = Period.Id, AskedAt = AskedAt };

    /// <summary>Two units were asked.</summary>
    public static readonly PeriodicReport Asked = ReportDecisions.AskUnits(Fresh, [Owes("xa-gia-cat"), Owes("xa-phu-xa")], null, AskedAt).Report;

    public static readonly PeriodicReport Compiled = ReportDecisions.Compile(Asked, Made(), Posts.Compiler, SampleClass.At("2024-05-22 17:00")).Report;
    public static readonly PeriodicReport Submitted =
        ReportDecisions.Submit(Compiled, null, [], Posts.Approver, SampleClass.At("2024-05-23 09:00")).Report;

    public static ReportOwed Owes(string unitId) => new(unitId, [ReportDebt.Communication, ReportDebt.OwnClasses]);

    public static Compilation Made(int tours = 0)
    {
        ReportFigures figures = ReportFigures.Of(new FigureSums(SamplePlan.Plan, Period), [], [], []) with { ToursHeld = tours };
        return new Compilation(figures, figures, null, ReportCorrections.None, [], null);
    }

    public static PeriodicReport Answered(PeriodicReport report, string unitId, DateTimeOffset? at = null) =>
        ReportDecisions.Answer(report, AnswerTo(report, unitId, at)).Report;

    public static UnitAnswer AnswerTo(PeriodicReport report, string unitId, DateTimeOffset? at = null) =>
        new UnitAnswerForm { AsRecorded = true }.Check(
            report, SamplePlan.Plan, unitId, new Dictionary<CommunicationChannel, int> { [CommunicationChannel.Broadcast] = 12 }, [], new Actor("x", unitId), at ?? AskedAt);
}
