using NtmServerless.Domain.Reporting;
using NtmServerless.Rehearsal.Office;
using NtmServerless.Rehearsal.Year;

namespace NtmServerless.Rehearsal.Scenes;

/// <summary>The calendar makes the reports; the committee reads and approves them, one of them late, and asks for one itself.</summary>
internal sealed class ReportScene(Stage stage)
{
    private static readonly DateOnly AskedOn = new(2024, 8, 5);
    private static readonly DateOnly AskedFrom = new(2024, 4, 1);
    private static readonly DateOnly AskedTo = new(2024, 7, 31);

    public void PutDown()
    {
        foreach (ReportingPeriod period in ReportingPeriods.Of(stage.Plan).OfYear(stage.Plan.Year))
        {
            // After three days the shelf shows a reminder.
            int days = period is { Kind: PeriodKind.Month, Number: 5 } ? 6 : 2;
            Add(period.To.AddDays(days), 9, () => ApproveAsync(period.Id, byCommittee: period.Kind != PeriodKind.Month));
        }

        Add(AskedOn, 8, AskAsync);
        Add(AskedOn.AddDays(1), 9, () => ApproveAsync($"span-{AskedFrom:yyyyMMdd}-{AskedTo:yyyyMMdd}", byCommittee: true));
    }

    private async Task AskAsync()
    {
        (await stage.Client.PostAsync(
            $"api/plans/{stage.Plan.Id}/reports", new { from = AskedFrom, to = AskedTo }, stage.Keys[OfficePlan.Committee])).Must(202);
        stage.Tally.Count("reportsAskedFor");
    }

    private async Task ApproveAsync(string id, bool byCommittee)
    {
        string key = byCommittee ? stage.Keys[OfficePlan.Committee] : stage.Keys.Administrator;
        (await stage.Client.GetAsync($"api/plans/{stage.Plan.Id}/reports/{id}", key)).Must(200);
        (await stage.Client.PostAsync($"api/plans/{stage.Plan.Id}/reports/{id}/approve", new { }, key)).Must(200);
        stage.Tally.Count("reportsApproved");
    }

    private void Add(DateOnly day, int hour, Func<Task> what) => stage.Agenda.Add(Moment.On(day, hour), Work.Reports, what);
}
