using NtmServerless.Documents.Workbooks;
using NtmServerless.Domain.Classes;
using NtmServerless.Domain.Communication;
using NtmServerless.Domain.Plans;
using NtmServerless.Domain.Reporting;
using NtmServerless.Domain.Time;
using NtmServerless.Domain.Tours;
using NtmServerless.Texts;

namespace NtmServerless.Functions.Documents;

/// <summary>
/// The rows behind a report's figures, as sheets: classes with what each adds, days of communication work, tours. Whoever adds
/// the figures up gives each record here too, so that both say the same.
/// </summary>
internal sealed class ReportRows(Plan plan, ReportingPeriod period, VietnameseTexts texts)
{
    private readonly List<TrainingClass> _classes = [];
    private readonly List<CommunicationDay> _days = [];
    private readonly List<StudyTour> _tours = [];

    public IReadOnlyList<AnnexTable> Tables => [Classes(), Days(), Tours()];

    // Of ten thousand classes a month counts a hundred: the others pass by.
    public void Add(TrainingClass c)
    {
        if (c.Stage.IsHeld() && period.Contains(c.LastDay) || IsWithin(c.Report.ApprovedAt) || IsWithin(c.CancelledAt)) _classes.Add(c);
    }

    public void Add(CommunicationDay day)
    {
        if (period.Contains(day.Date)) _days.Add(day);
    }

    public void Add(StudyTour tour)
    {
        if (IsWithin(tour.ClosedAt)) _tours.Add(tour);
    }

    private AnnexTable Classes() => new(
        texts["document.sheet-classes"],
        Columns("class", "title", "stream", "lead", "host", "first-day", "last-day", "stage", "approved", "registered", "attended", "walk-ins", "women", "spent"),
        [
            .. from c in _classes
               let approved = c.Report.ApprovedAt is { } at ? VietnamTime.DateOf(at) : (DateOnly?)null
               orderby c.Sessions.Count > 0 ? c.LastDay : DateOnly.MaxValue, c.Id
               select (IReadOnlyList<AnnexCell>)
               [
                   c.Id, c.Title, plan.FindStream(c.StreamId)?.DisplayTitle ?? c.StreamId, NameOf(c.LeadUnitId), NameOf(c.HostUnitId),
                   AnnexCell.Of(c.Sessions.Count > 0 ? c.FirstDay : null), AnnexCell.Of(c.Sessions.Count > 0 ? c.LastDay : null), texts.Word(c.Stage), AnnexCell.Of(approved),
                   AnnexCell.Of(c.Figures?.Registered), AnnexCell.Of(c.Figures?.Attended), AnnexCell.Of(c.Figures?.WalkIns), AnnexCell.Of(c.Figures?.Women),
                   AnnexCell.Of(c.Figures?.Spent.Values.Sum()),
               ],
        ]);

    private AnnexTable Days() => new(
        texts["document.sheet-communication"],
        Columns("date", "unit", "channel", "count"),
        [
            .. from day in _days
               orderby day.Date
               from count in day.Counts
               select (IReadOnlyList<AnnexCell>)[day.Date, NameOf(count.UnitId), texts.Word(count.Channel), count.Count],
        ]);

    private AnnexTable Tours() => new(
        texts["document.sheet-tours"],
        Columns("tour", "lead", "departs", "returns", "travelled", "spent", "closed"),
        [
            .. from t in _tours
               select (IReadOnlyList<AnnexCell>)
               [
                   t.Destination ?? t.Id, NameOf(t.LeadUnitId), AnnexCell.Of(t.DepartsOn), AnnexCell.Of(t.ReturnsOn), t.Travelled,
                   AnnexCell.Of(t.Report?.Spent.Sum(s => s.Amount)), AnnexCell.Of(VietnamTime.DateOf(t.ClosedAt!.Value)),
               ],
        ]);

    private string[] Columns(params string[] names) => [.. names.Select(n => texts["document.col-" + n])];

    private string NameOf(string unitId) => plan.FindUnit(unitId)?.Name ?? unitId;

    private bool IsWithin(DateTimeOffset? moment) => moment is { } m && period.Contains(VietnamTime.DateOf(m));
}
