using NtmServerless.Domain.Classes;
using NtmServerless.Domain.PeriodicReports;
using NtmServerless.Domain.Periods;
using NtmServerless.Domain.Time;
using NtmServerless.Domain.Tours;
using NtmServerless.Rehearsal.Scenes;

namespace NtmServerless.Rehearsal.Checking;

/// <summary>Every period is reported once, its figures are what the rows add up to, and the parts add up to the year.</summary>
internal static class ReportRules
{
    public static void Check(Book book, Findings findings)
    {
        IReadOnlyList<ReportingPeriod> periods = ReportingPeriods.Of(book.Plan).OfYear(book.Plan.Year);
        foreach (ReportingPeriod period in periods)
            findings.Same(1, book.Reports.Count(r => r.Period == period), $"báo cáo {period.Id}");
        findings.Same(book.Tally.Counts.GetValueOrDefault("reportsAskedFor"), book.Reports.Count - periods.Count, "báo cáo đột xuất");
        foreach (PeriodicReport report in book.Reports)
        {
            findings.Same(ReportStage.Approved, report.Stage, $"báo cáo {report.Id}");
            findings.Require(report.IssuedAt is not null && report.DocumentIds.Count == 2, $"báo cáo {report.Id}: chưa phát hành");
            findings.Require(report.UnitsMissing.Contains(ReportScene.Silent), $"báo cáo {report.Id}: không nêu đơn vị không gửi số liệu");
            findings.Same(report.Answers.Count + report.UnitsMissing.Count, report.Owers.Count, $"báo cáo {report.Id}: đơn vị đã gửi và chưa gửi");
            findings.SameCounts(
                book.Answers.Where(a => a.ReportId == report.Id).CountBy(a => a.UnitId), report.Answers.Select(a => KeyValuePair.Create(a.UnitId, a.Revision)),
                $"báo cáo {report.Id}: số liệu các đơn vị");
            if (report.Figures is not { } figures || report.YearSoFar is not { } soFar) continue;
            Recount(book, report, figures, report.Period.From, findings);
            Recount(book, report, soFar, ReportingPeriods.Of(book.Plan).YearOf(report.Period.Year).From, findings);
        }

        findings.Same(book.Tally.Counts.GetValueOrDefault("reportAnswers"), book.Answers.Count, "số liệu các đơn vị đã gửi");
        AddUp(book, PeriodKind.Month, 12, findings);
        AddUp(book, PeriodKind.Quarter, 4, findings);
        AddUp(book, PeriodKind.HalfYear, 2, findings);
    }

    private static void Recount(Book book, PeriodicReport report, ReportFigures figures, DateOnly from, Findings findings)
    {
        DateOnly to = report.Period.To;
        string name = $"báo cáo {report.Id} ({from:dd/MM/yyyy}-{to:dd/MM/yyyy})";
        bool In(DateOnly day) => from <= day && day <= to;
        bool InMoment(DateTimeOffset? moment) => moment is { } m && In(VietnamTime.DateOf(m));
        ClassRows[] awaiting =
        [
            .. book.Classes.Where(c => c.Class.Stage == ClassStage.Closed && VietnamTime.DateOf(c.Class.Sessions.Max(s => s.EndsAt)) <= to
                && VietnamTime.DateOf(c.Class.Report.ApprovedAt!.Value) > to),
        ];
        ClassRows[] closed = [.. book.Classes.Where(c => c.Class.Stage == ClassStage.Closed && InMoment(c.Class.Report.ApprovedAt))];
        StudyTour[] tours = [.. book.Tours.Where(t => InMoment(t.ClosedAt))];
        foreach (StreamFigures stream in figures.Streams)
        {
            ClassRows[] own = [.. closed.Where(c => c.Class.StreamId == stream.StreamId)];
            StreamFigures recounted = new(
                stream.StreamId, stream.ClassesPlanned, stream.SeatsPlanned, own.Length, own.Length,
                own.Sum(c => c.Class.Figures!.Registered), own.Sum(c => c.Class.Figures!.Attended), own.Sum(c => c.Class.Figures!.WalkIns),
                own.Sum(c => c.Class.Figures!.Women))
            { AwaitingApproval = awaiting.Count(c => c.Class.StreamId == stream.StreamId) };
            findings.Same(recounted, stream, $"{name}: nhóm lớp {stream.StreamId}");
        }

        findings.SameCounts(Sum(closed.SelectMany(c => c.Class.Figures!.ByUnit)), figures.AttendedByUnit, $"{name}: theo xã");
        findings.SameCounts(Sum(closed.SelectMany(c => c.Class.Figures!.ByAudience)), figures.AttendedByAudience, $"{name}: theo thành phần");
        findings.SameCounts(Sum(closed.SelectMany(c => c.Class.Figures!.ByEthnicGroup)), figures.AttendedByEthnicGroup, $"{name}: theo dân tộc");
        // What was logged after the figures were made stands in the next report.
        var activities = book.Activities.Where(a => In(a.Date) && a.LoggedAt <= report.CompiledAt).ToArray();
        findings.SameCounts(Sum(activities.Select(a => KeyValuePair.Create($"{a.Channel}", a.Count))), figures.CommunicationByChannel, $"{name}: theo hình thức");
        findings.SameCounts(Sum(activities.Select(a => KeyValuePair.Create(a.UnitId, a.Count))), figures.CommunicationByUnit, $"{name}: theo đơn vị");
        findings.Same(tours.Length, figures.ToursHeld, $"{name}: đoàn tham quan");
        findings.Same(tours.Sum(t => t.Travelled), figures.TourMembers, $"{name}: thành viên đoàn");
        IEnumerable<KeyValuePair<string, long>> spent = closed.SelectMany(c => c.Class.Figures!.Spent)
            .Concat(tours.SelectMany(t => t.Report!.Spent.Select(s => KeyValuePair.Create(s.SourceId, s.Amount))));
        findings.SameCounts(spent.GroupBy(s => s.Key).Select(g => KeyValuePair.Create(g.Key, g.Sum(s => s.Value))), figures.Spent, $"{name}: kinh phí");
        findings.Same(awaiting.Length, figures.ReportsMissing, $"{name}: thiếu báo cáo lớp");
        int cancelled = book.Classes.Count(c => c.Audit.Any(a => a.What == nameof(ClassStage.Cancelled) && InMoment(a.At)));
        findings.Same(cancelled, figures.ClassesCancelled, $"{name}: lớp đã hủy");
    }

    private static void AddUp(Book book, PeriodKind kind, int count, Findings findings)
    {
        if (book.Reports.FirstOrDefault(r => r.Period.Kind == PeriodKind.Year)?.Figures is not { } year) return;
        ReportFigures[] parts = [.. book.Reports.Where(r => r.Period.Kind == kind && r.Figures is not null).Select(r => r.Figures!)];
        findings.Same(count, parts.Length, $"số báo cáo {kind}");
        findings.Same(year.ClassesHeld, parts.Sum(p => p.ClassesHeld), $"lớp đã mở, cộng các {kind}");
        findings.Same(year.Attended, parts.Sum(p => p.Attended), $"người dự, cộng các {kind}");
        findings.Same(year.TourMembers, parts.Sum(p => p.TourMembers), $"thành viên đoàn, cộng các {kind}");
        IEnumerable<KeyValuePair<string, int>> corrected = book.Reports.Where(r => r.Period.Kind == kind)
            .SelectMany(r => (r.Corrections ?? ReportCorrections.None).Lines).Where(l => l.Part == FigurePart.CommunicationByChannel)
            .Select(l => KeyValuePair.Create(l.Key, (int)l.Difference));
        findings.SameCounts(
            Sum(parts.SelectMany(p => p.CommunicationByChannel).Concat(corrected)), year.CommunicationByChannel, $"truyền thông và điều chỉnh, cộng các {kind}");
        if (kind == PeriodKind.Month) findings.Require(corrected.Any(), "điều chỉnh của việc ghi sổ muộn không có trong báo cáo nào");
        findings.SameCounts(
            parts.SelectMany(p => p.Spent).GroupBy(s => s.Key).Select(g => KeyValuePair.Create(g.Key, g.Sum(s => s.Value))), year.Spent, $"kinh phí, cộng các {kind}");
    }

    private static IEnumerable<KeyValuePair<string, int>> Sum(IEnumerable<KeyValuePair<string, int>> parts) =>
        parts.GroupBy(p => p.Key, StringComparer.Ordinal).Select(g => KeyValuePair.Create(g.Key, g.Sum(p => p.Value)));
}
