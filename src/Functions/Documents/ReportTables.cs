using NtmServerless.Documents.Workbooks;
using NtmServerless.Domain.Classes;
using NtmServerless.Domain.Communication;
using NtmServerless.Domain.Plans;
using NtmServerless.Domain.Reporting;
using NtmServerless.Domain.Time;
using NtmServerless.Domain.Tours;
using NtmServerless.Storage.Classes;
using NtmServerless.Storage.Communication;
using NtmServerless.Storage.Tours;
using NtmServerless.Texts;

namespace NtmServerless.Functions.Documents;

/// <summary>The rows behind a report's figures, as sheets: classes with what each adds, days of communication work, tours.</summary>
internal sealed class ReportTables(ClassSummaries classes, CommunicationLog communication, TourLedger tours, VietnameseTexts texts)
{
    public async Task<IReadOnlyList<AnnexTable>> OfAsync(Plan plan, PeriodicReport report, CancellationToken cancellation)
    {
        ReportingPeriod period = report.Period;
        return
        [
            Classes(plan, await CountedAsync(plan, period, cancellation)),
            Days(plan, await communication.DaysAsync(plan.Id, period.From, period.To, cancellation)),
            Tours(plan, period, await tours.OfPlanAsync(plan.Id, cancellation)),
        ];
    }

    // Of ten thousand classes a month counts a hundred: the others pass by.
    private async Task<IReadOnlyList<TrainingClass>> CountedAsync(Plan plan, ReportingPeriod period, CancellationToken cancellation)
    {
        List<TrainingClass> counted = [];
        await foreach (TrainingClass c in classes.EachAsync(plan.Id, cancellation))
            if (c.Stage.IsHeld() && period.Contains(c.LastDay) || Within(c.Report.ApprovedAt) || Within(c.CancelledAt)) counted.Add(c);
        return counted;

        bool Within(DateTimeOffset? moment) => moment is { } m && period.Contains(VietnamTime.DateOf(m));
    }

    private AnnexTable Classes(Plan plan, IReadOnlyList<TrainingClass> counted) => new(
        texts["document.sheet-classes"],
        Columns("class", "title", "stream", "lead", "host", "first-day", "last-day", "stage", "approved", "registered", "attended", "walk-ins", "women", "spent"),
        [
            .. from c in counted
               let approved = c.Report.ApprovedAt is { } at ? VietnamTime.DateOf(at) : (DateOnly?)null
               orderby c.Sessions.Count > 0 ? c.LastDay : DateOnly.MaxValue, c.Id
               select (IReadOnlyList<AnnexCell>)
               [
                   c.Id, c.Title, plan.FindStream(c.StreamId)?.DisplayTitle ?? c.StreamId, NameOf(plan, c.LeadUnitId), NameOf(plan, c.HostUnitId),
                   AnnexCell.Of(c.Sessions.Count > 0 ? c.FirstDay : null), AnnexCell.Of(c.Sessions.Count > 0 ? c.LastDay : null), texts.Word(c.Stage), AnnexCell.Of(approved),
                   AnnexCell.Of(c.Figures?.Registered), AnnexCell.Of(c.Figures?.Attended), AnnexCell.Of(c.Figures?.WalkIns), AnnexCell.Of(c.Figures?.Women),
                   AnnexCell.Of(c.Figures?.Spent.Values.Sum()),
               ],
        ]);

    private AnnexTable Days(Plan plan, IReadOnlyList<CommunicationDay> days) => new(
        texts["document.sheet-communication"],
        Columns("date", "unit", "channel", "count"),
        [
            .. from day in days
               orderby day.Date
               from count in day.Counts
               select (IReadOnlyList<AnnexCell>)[day.Date, NameOf(plan, count.UnitId), texts.Word(count.Channel), count.Count],
        ]);

    private AnnexTable Tours(Plan plan, ReportingPeriod period, IReadOnlyList<StudyTour> all) => new(
        texts["document.sheet-tours"],
        Columns("tour", "lead", "departs", "returns", "travelled", "spent", "closed"),
        [
            .. from t in all
               let closed = t.ClosedAt is { } at ? VietnamTime.DateOf(at) : (DateOnly?)null
               where closed is { } day && period.Contains(day)
               select (IReadOnlyList<AnnexCell>)
               [
                   t.Destination ?? t.Id, NameOf(plan, t.LeadUnitId), AnnexCell.Of(t.DepartsOn), AnnexCell.Of(t.ReturnsOn), t.Travelled,
                   AnnexCell.Of(t.Report?.Spent.Sum(s => s.Amount)), AnnexCell.Of(closed),
               ],
        ]);

    private string[] Columns(params string[] names) => [.. names.Select(n => texts["document.col-" + n])];

    private static string NameOf(Plan plan, string unitId) => plan.FindUnit(unitId)?.Name ?? unitId;
}
