using NtmServerless.Domain.Classes;
using NtmServerless.Domain.Communication;
using NtmServerless.Domain.Plans;
using NtmServerless.Domain.Post;
using NtmServerless.Domain.Tours;
using NtmServerless.Storage.Classes;
using NtmServerless.Storage.PeriodicReports;
using NtmServerless.Storage.Post;
using NtmServerless.Storage.Submissions;

namespace NtmServerless.Rehearsal.Checking;

/// <summary>Holds the whole year against the rules of the design.</summary>
internal static class Checker
{
    /// <returns>Every rule that was broken, with where; empty when none was.</returns>
    public static async Task<IReadOnlyList<string>> CheckAsync(Book book)
    {
        Findings findings = new();
        foreach (ClassRows rows in book.Classes)
        {
            SeatRules.Check(rows, book, findings);
            WaitlistRules.Check(rows, findings);
            LifeRules.Check(rows, book, findings);
            FigureRules.Check(rows, findings);
        }

        await FigureRules.CheckFilesAsync(book, findings);
        Streams(book, findings);
        Tours(book, findings);
        Communication(book, findings);
        ReportRules.Check(book, findings);
        Instances(book, findings);
        await AsTheAppReadsAsync(book, findings);
        return findings.Lines;
    }

    private static void Streams(Book book, Findings findings)
    {
        findings.Same(book.Summaries.Count, book.Classes.Count, "số lớp");
        foreach (TrainingStream stream in book.Plan.Streams.Where(s => s.ClassCount is not null))
        {
            findings.Same(stream.ClassCount, book.Classes.Count(c => c.Class.StreamId == stream.Id && c.Class.Stage == ClassStage.Closed), $"nhóm lớp {stream.Id}: lớp đã mở");
        }
    }

    private static void Tours(Book book, Findings findings)
    {
        foreach (StudyTour tour in book.Tours)
        {
            PlannedStudyTour planned = book.Plan.StudyTours.Single(t => t.Id == tour.PlannedTourId);
            findings.Same(TourStage.Closed, tour.Stage, $"đoàn {tour.Id}");
            findings.Same(Book.Of(book.TourRows, $"member-{tour.Id}-").Count(), tour.Members, $"đoàn {tour.Id}: thành viên");
            findings.Same(Book.Of(book.TourRows, $"person-{tour.Id}-").Count(), tour.Members, $"đoàn {tour.Id}: dòng giữ người");
            findings.Require(tour.Members >= planned.MinimumMembers && tour.Members <= planned.MaximumMembers, $"đoàn {tour.Id}: {tour.Members} người");
            findings.Require(planned.Window is not { } w || w.From <= tour.DepartsOn && tour.ReturnsOn <= w.To, $"đoàn {tour.Id}: ngoài thời gian của kế hoạch");
        }
    }

    private static void Communication(Book book, Findings findings)
    {
        foreach (CommunicationDay day in book.Days)
        {
            findings.SameCounts(
                book.Activities.Where(a => a.Date == day.Date).GroupBy(a => $"{a.UnitId}/{a.Channel}").Select(g => KeyValuePair.Create(g.Key, g.Sum(a => a.Count))),
                day.Counts.Select(c => KeyValuePair.Create($"{c.UnitId}/{c.Channel}", c.Count)), $"truyền thông ngày {day.Date:dd/MM/yyyy}");
        }

        findings.Same(book.Tally.Counts.GetValueOrDefault("mediaEntries"), book.Activities.Count, "hoạt động truyền thông đã ghi");
    }

    // Each lifecycle has run to its end, or is purged because it did so long ago; and no message waits for one that is gone.
    private static void Instances(Book book, Findings findings)
    {
        Dictionary<string, string> status = book.Instances.Where(r => r.Key == "header").ToDictionary(r => r.Partition, r => r.Entity.GetString("Status"), StringComparer.Ordinal);
        IEnumerable<string> wanted = book.Classes.Select(c => c.Class.Id.Value).Concat(book.Tours.Select(t => t.Id.Value)).Concat(book.Reports.Select(r => $"{r.PlanId}-{r.Id}"));
        foreach (string id in wanted)
            findings.Same("Completed", status.GetValueOrDefault(id, "Completed"), $"quy trình {id}");
        foreach ((string id, string told) in status.Where(s => s.Value != "Completed" && !wanted.Contains(s.Key)))
            findings.Require(false, $"quy trình {id} là {told}");
        foreach (RawRow message in Book.Of(book.Instances, "i-"))
            findings.Require(false, $"quy trình {message.Partition}: còn một tin chưa đọc");
    }

    private static async Task AsTheAppReadsAsync(Book book, Findings findings)
    {
        IReadOnlyList<TrainingClass> classes = await new ClassSummaries(book.Storage).OfPlanAsync(book.Plan.Id, CancellationToken.None);
        findings.SameCounts(
            book.Classes.CountBy(c => $"{c.Class.StreamId}/{c.Class.Stage}"), classes.CountBy(c => $"{c.StreamId}/{c.Stage}"), "lớp theo kho");
        PeriodicReportStore shelf = new(book.Storage, new PostOffice(book.Storage, PostChannels.None), TimeProvider.System);
        findings.Same(book.Reports.Count, (await shelf.OfPlanAsync(book.Plan.Id, CancellationToken.None)).Count, "báo cáo theo kho");
        foreach (string id in book.Reports.Select(r => r.Id))
            findings.Require((await shelf.ReadHtmlAsync(book.Plan.Id, id, CancellationToken.None)).Length > 500, $"báo cáo {id}: không có bản để đọc");
    }
}
