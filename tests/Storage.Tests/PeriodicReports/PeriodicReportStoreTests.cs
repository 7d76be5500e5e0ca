using Xunit;

namespace NtmServerless.Storage.Tests.PeriodicReports;

/// <summary>Each period has one report, and what was decided on it stays.</summary>
public sealed class PeriodicReportStoreTests(AzuriteServer azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ask_TheSamePeriodAtOnce_IsOneReport()
    {
        PeriodicReportStore shelf = (await Office.OpenAsync(azurite)).Reports;

        PeriodicReport[] asked = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => shelf.AskAsync(Report($"xa-{i}"), Cancellation)));

        Assert.Single(asked.Select(r => r.AskedByUnitId).Distinct());
        Assert.Single(await shelf.OfPlanAsync(Sample.PlanId, Cancellation));
    }

    [Fact]
    public async Task Change_FromTwoSidesAtOnce_LosesNothing()
    {
        Office office = await Office.OpenAsync(azurite);
        PeriodicReportStore one = office.Reports, two = office.Beside().Reports;
        await one.AskAsync(Report(null), Cancellation);

        await Task.WhenAll(
            StepAsync(one, r => r with { RemindedAt = FixedTime.Start }),
            StepAsync(two, r => r with { Stage = ReportStage.Compiled }));

        PeriodicReport kept = await one.GetAsync(Sample.PlanId, "month-2024-4", Cancellation);
        Assert.Equal((ReportStage.Compiled, FixedTime.Start), (kept.Stage, kept.RemindedAt));
    }

    [Fact]
    public async Task Change_WhenTheRuleRefuses_ChangesNothing()
    {
        PeriodicReportStore shelf = (await Office.OpenAsync(azurite)).Reports;
        await shelf.AskAsync(Report(null), Cancellation);

        await Assert.ThrowsAsync<RuleBrokenException>(
            () => StepAsync(shelf, r => ReportDecisions.Approve(r, FixedTime.Start).Report));

        Assert.Equal(ReportStage.Asked, (await shelf.GetAsync(Sample.PlanId, "month-2024-4", Cancellation)).Stage);
    }

    [Fact]
    public async Task Html_IsReadBackWordForWordAndMissingOneSaysSo()
    {
        PeriodicReportStore shelf = (await Office.OpenAsync(azurite)).Reports;

        await shelf.StoreHtmlAsync(Report(null), "<p>Báo cáo tháng 4 – Cao Lộc</p>", Cancellation);

        Assert.Equal("<p>Báo cáo tháng 4 – Cao Lộc</p>", await shelf.ReadHtmlAsync(Sample.PlanId, "month-2024-4", Cancellation));
        await Assert.ThrowsAsync<RecordMissingException>(() => shelf.ReadHtmlAsync(Sample.PlanId, "month-2024-5", Cancellation));
        await Assert.ThrowsAsync<RecordMissingException>(() => shelf.GetAsync(Sample.PlanId, "../x", Cancellation));
    }

    [Fact]
    public async Task Answer_StandsWithReportNoticesAndAudit_OrNotAtAll()
    {
        Office office = await Office.OpenAsync(azurite);
        PeriodicReportStore shelf = office.Reports;
        await shelf.AskAsync(Report(null), Cancellation);
        await StepAsync(shelf, r => ReportDecisions.AskUnits(r, [Owes("xa-a"), Owes("xa-a-b")], null, FixedTime.Start));
        Submission submission = new("khoa-1", "noi-dung", new Actor("Xã A", "xa-a"));

        UnitAnswer first = await AnswerAsync(shelf, submission, "xa-a", 3);
        UnitAnswer again = await AnswerAsync(shelf, submission, "xa-a", 99);
        UnitAnswer second = await AnswerAsync(shelf, submission with { Key = "khoa-2" }, "xa-a", 5);
        await AnswerAsync(shelf, submission with { Key = "khoa-3" }, "xa-a-b", 7);

        Assert.Equal((1, 1, 2), (first.Revision, again.Revision, second.Revision));
        Assert.Equal([("xa-a", 5), ("xa-a-b", 7)], (await shelf.AnswersAsync(Sample.PlanId, "month-2024-4", Cancellation)).OrderBy(a => a.UnitId, StringComparer.Ordinal).Select(a => (a.UnitId, a.OwnPeople)));
        Assert.Equal([3, 5], (await shelf.HistoryAsync(Sample.PlanId, "month-2024-4", "xa-a", Cancellation)).Select(a => a.OwnPeople));
        Assert.Equal(["report-units-asked", "report-answered", "report-answered", "report-answered"],
            (await shelf.AuditAsync(Sample.PlanId, FixedTime.Start, FixedTime.Start.AddDays(1), Cancellation)).Select(a => a.What).OrderDescending(StringComparer.Ordinal));
        Assert.Equal(NoticeKind.PeriodicReportAsked, Assert.Single(await shelf.NoticesAsync(Sample.PlanId, "month-2024-4", Cancellation)).Notice.Kind);
        PeriodicReport only = Assert.Single(await shelf.OfPlanAsync(Sample.PlanId, Cancellation));
        Assert.Empty(only.Missing());
    }

    [Fact]
    public async Task Answers_OfManyUnitsAtOnce_AllCount()
    {
        Office office = await Office.OpenAsync(azurite);
        await office.Reports.AskAsync(Report(null), Cancellation);
        string[] units = [.. Enumerable.Range(1, 12).Select(i => $"xa-{i}")];
        await StepAsync(office.Reports, r => ReportDecisions.AskUnits(r, [.. units.Select(Owes)], null, FixedTime.Start));

        await Task.WhenAll(units.Select(u => AnswerAsync(office.Beside().Reports, new Submission($"khoa-{u}", u, new Actor(u, u)), u, 1)));

        Assert.Empty((await office.Reports.GetAsync(Sample.PlanId, "month-2024-4", Cancellation)).Missing());
    }

    [Fact]
    public async Task ARowOfBeforeUnitsWereAsked_StillReads()
    {
        Office office = await Office.OpenAsync(azurite);
        const string Json = """
            {"planId":"PLAN","period":{"kind":"Month","year":2024,"number":5,"from":"2024-04-15","to":"2024-05-14"},"id":"month-2024-05","stage":"Approved",
            "askedAt":"2024-05-14T17:05:00+00:00","compiledAt":"2024-05-14T17:05:01+00:00","approvedAt":"2024-05-16T02:00:00+00:00",
            "figures":{"from":"2024-04-15","to":"2024-05-14","streams":[{"streamId":"a","classesPlanned":2,"seatsPlanned":100,"classesHeld":1,"classesClosed":1,"registered":50,"attended":44,"walkIns":1,"women":20}],
            "attendedByUnit":{"xa-a":44},"attendedByAudience":{},"attendedByEthnicGroup":{},"communicationByChannel":{},"communicationByUnit":{},"toursHeld":0,"tourMembers":0,"spent":{},"classesCancelled":0,"reportsMissing":0}}
            """;
        await office.Storage.Table(StorageNames.Reports).AddEntityAsync(
            new Azure.Data.Tables.TableEntity(Sample.PlanId, "month-2024-05") { ["Json"] = Json.Replace("PLAN", Sample.PlanId, StringComparison.Ordinal) }, Cancellation);

        PeriodicReport old = Assert.Single(await office.Reports.OfPlanAsync(Sample.PlanId, Cancellation));

        Assert.Equal((ReportStage.Approved, 44, true), (old.Stage, old.Figures!.Attended, old.IsOver));
        Assert.Null(ReportChecklist.Next(old));
    }

    private static ReportOwed Owes(string unitId) => new(unitId, [ReportDebt.Communication]);

    private static Task<PeriodicReport> StepAsync(PeriodicReportStore shelf, Func<PeriodicReport, PeriodicReport> change) =>
        StepAsync(shelf, r => new ReportOutcome(change(r)));

    private static Task<PeriodicReport> StepAsync(PeriodicReportStore shelf, Func<PeriodicReport, ReportOutcome> decide) =>
        shelf.StepAsync(Sample.PlanId, "month-2024-4", "report-units-asked", new Waker(), r => Task.FromResult(new ReportChange(decide(r))), Cancellation);

    private static Task<UnitAnswer> AnswerAsync(PeriodicReportStore shelf, Submission submission, string unit, int people) =>
        shelf.WriteAsync(Sample.PlanId, "month-2024-4", submission, "report-answered", new Waker(), r =>
        {
            UnitAnswer answer = new()
            {
                PlanId = r.PlanId,
                ReportId = r.Id,
                UnitId = unit,
                Revision = (r.AnswerOf(unit)?.Revision ?? 0) + 1,
                OwnPeople = people,
                By = submission.By,
                AnsweredAt = FixedTime.Start,
            };
            return Task.FromResult(new ReportChange(ReportDecisions.Answer(r, answer), answer));
        }, change => change.Answer!, Cancellation);

    private static PeriodicReport Report(string? askedBy) => new()
    {
        Id = new("month-2024-4"),
        PlanId = Sample.PlanId,
        Period = new ReportingPeriod(PeriodKind.Month, 2024, 4, new DateOnly(2024, 3, 15), new DateOnly(2024, 4, 14)),
        AskedAt = FixedTime.Start,
        AskedByUnitId = askedBy,
    };
}
