using NtmServerless.Domain.Reporting;
using NtmServerless.Domain.Rules;
using NtmServerless.Storage.Classes;
using NtmServerless.Storage.Reports;
using NtmServerless.Storage.Tests.Support;
using NtmServerless.Testing;
using Xunit;

namespace NtmServerless.Storage.Tests.Reports;

/// <summary>Each period has one report, and what was decided on it stays.</summary>
public sealed class ReportShelfTests(AzuriteServer azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ask_TheSamePeriodAtOnce_IsOneReport()
    {
        ReportShelf shelf = new((await Office.OpenAsync(azurite)).Storage);

        PeriodicReport[] asked = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => shelf.AskAsync(Report($"xa-{i}"), Cancellation)));

        Assert.Single(asked.Select(r => r.AskedByUnitId).Distinct());
        Assert.Single(await shelf.OfPlanAsync(Sample.PlanId, Cancellation));
    }

    [Fact]
    public async Task Change_FromTwoSidesAtOnce_LosesNothing()
    {
        Office office = await Office.OpenAsync(azurite);
        ReportShelf one = new(office.Storage), two = new(office.Beside().Storage);
        await one.AskAsync(Report(null), Cancellation);

        await Task.WhenAll(
            one.ChangeAsync(Sample.PlanId, "month-2024-4", r => r.Remind(FixedTime.Start), Cancellation),
            two.ChangeAsync(Sample.PlanId, "month-2024-4", r => r with { Stage = ReportStage.Compiled }, Cancellation));

        PeriodicReport kept = await one.GetAsync(Sample.PlanId, "month-2024-4", Cancellation);
        Assert.Equal((ReportStage.Compiled, FixedTime.Start), (kept.Stage, kept.RemindedAt));
    }

    [Fact]
    public async Task Change_WhenTheRuleRefuses_ChangesNothing()
    {
        ReportShelf shelf = new((await Office.OpenAsync(azurite)).Storage);
        await shelf.AskAsync(Report(null), Cancellation);

        await Assert.ThrowsAsync<RuleBrokenException>(
            () => shelf.ChangeAsync(Sample.PlanId, "month-2024-4", r => r.Approve(FixedTime.Start), Cancellation));

        Assert.Equal(ReportStage.Asked, (await shelf.GetAsync(Sample.PlanId, "month-2024-4", Cancellation)).Stage);
    }

    [Fact]
    public async Task Html_IsReadBackWordForWordAndMissingOneSaysSo()
    {
        ReportShelf shelf = new((await Office.OpenAsync(azurite)).Storage);

        await shelf.StoreHtmlAsync(Report(null), "<p>Báo cáo tháng 4 – Cao Lộc</p>", Cancellation);

        Assert.Equal("<p>Báo cáo tháng 4 – Cao Lộc</p>", await shelf.ReadHtmlAsync(Sample.PlanId, "month-2024-4", Cancellation));
        await Assert.ThrowsAsync<RecordMissingException>(() => shelf.ReadHtmlAsync(Sample.PlanId, "month-2024-5", Cancellation));
        await Assert.ThrowsAsync<RecordMissingException>(() => shelf.GetAsync(Sample.PlanId, "../x", Cancellation));
    }

    private static PeriodicReport Report(string? askedBy) => new()
    {
        Id = "month-2024-4",
        PlanId = Sample.PlanId,
        Period = new ReportingPeriod(PeriodKind.Month, 2024, 4, new DateOnly(2024, 3, 15), new DateOnly(2024, 4, 14)),
        AskedAt = FixedTime.Start,
        AskedByUnitId = askedBy,
    };
}
