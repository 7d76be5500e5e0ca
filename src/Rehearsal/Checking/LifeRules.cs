using NtmServerless.Domain.Classes;
using NtmServerless.Domain.Notices;
using NtmServerless.Domain.Plans;
using NtmServerless.Domain.Time;

namespace NtmServerless.Rehearsal.Checking;

/// <summary>Stages follow the stage table, every change is in the audit trail, what is told once is told once, nothing is left half done.</summary>
internal static class LifeRules
{
    private static readonly NoticeKind[] OncePerDates =
        [NoticeKind.RegistrationOpened, NoticeKind.ListConfirmed, NoticeKind.Invitation, NoticeKind.ReminderThreeDays, NoticeKind.ReminderOneDay];

    private static readonly NoticeKind[] Once = [NoticeKind.ClassAnnounced, NoticeKind.ClassCancelled, NoticeKind.ReportApproved, NoticeKind.ReportAsked];

    public static void Check(ClassRows rows, Book book, Findings findings)
    {
        TrainingClass c = rows.Class;
        findings.Require(c.Stage is ClassStage.Closed or ClassStage.Cancelled, $"{rows.Name}: cuối năm còn ở giai đoạn {c.Stage}");
        findings.Same(rows.Audit.Count, (int)rows.Version, $"{rows.Name}: số dòng nhật ký và số lần thay đổi");
        findings.Require(
            Book.Of(rows.Rows, "audit-").Select(r => r.Key).Order(StringComparer.Ordinal)
                .SequenceEqual(Enumerable.Range(1, (int)rows.Version).Select(v => $"audit-{v:0000000000}")),
            $"{rows.Name}: nhật ký có chỗ trống");
        Stages(rows, findings);
        Notices(rows, findings);
        findings.Require(!Book.Of(rows.Rows, "out-").Any(), $"{rows.Name}: còn thay đổi chưa được báo đi");
        findings.Require(book.Summaries.TryGetValue(c.Id, out RawRow? summary) && summary.Text == rows.Rows.Single(r => r.Key == "class").Text
            && summary.Entity.GetInt64("Version") == rows.Version, $"{rows.Name}: dòng tóm tắt khác hồ sơ lớp");
        InsideThePlan(rows, book.Plan, findings);
    }

    private static void Stages(ClassRows rows, Findings findings)
    {
        ClassStage[] stages = [.. rows.Audit.Select(a => Enum.Parse<ClassStage>(a.What))];
        findings.Same(ClassStage.Planned, stages.FirstOrDefault(), $"{rows.Name}: giai đoạn đầu");
        foreach ((ClassStage from, ClassStage to) in stages.Zip(stages.Skip(1)).Where(s => s.First != s.Second))
            findings.Require(to.MayFollow(from), $"{rows.Name}: từ {from} sang {to} là sai quy trình");
        findings.Same(rows.Class.Stage, stages.LastOrDefault(), $"{rows.Name}: giai đoạn cuối");
    }

    private static void Notices(ClassRows rows, Findings findings)
    {
        Dictionary<NoticeKind, int> told = rows.Notices.CountBy(n => n.Notice.Kind).ToDictionary();
        foreach (NoticeKind kind in Once)
            findings.Require(told.GetValueOrDefault(kind) <= 1, $"{rows.Name}: báo {kind} {told.GetValueOrDefault(kind)} lần");
        int dates = rows.Class.TimesPostponed + 1;
        foreach (NoticeKind kind in OncePerDates)
            findings.Require(told.GetValueOrDefault(kind) <= dates, $"{rows.Name}: báo {kind} {told.GetValueOrDefault(kind)} lần cho {dates} lần định ngày");
        findings.Same(rows.Class.Trace.EvidenceAskedTimes, told.GetValueOrDefault(NoticeKind.EvidenceAsked), $"{rows.Name}: số lần đòi minh chứng");
        findings.Same(rows.Class.Trace.ReportEscalatedTimes, told.GetValueOrDefault(NoticeKind.ReportEscalated), $"{rows.Name}: số lần báo quá hạn");
        int promoted = rows.Registrations.Count(r => r.PromotedAt is not null);
        int toldPromoted = rows.Notices.Where(n => n.Notice.Kind == NoticeKind.Promoted).Sum(n => n.Notice.Registrations!.Count);
        findings.Same(promoted, toldPromoted, $"{rows.Name}: người được chuyển lên và được báo");
        if (rows.Class.Stage == ClassStage.Closed)
            findings.Require(told.GetValueOrDefault(NoticeKind.Invitation) >= 1, $"{rows.Name}: không ai được mời");
        else
            findings.Same(1, told.GetValueOrDefault(NoticeKind.ClassCancelled), $"{rows.Name}: báo hủy");
    }

    private static void InsideThePlan(ClassRows rows, Plan plan, Findings findings)
    {
        TrainingStream stream = plan.FindStream(rows.Class.StreamId)!;
        findings.Require(
            stream.QualifyingUnitIds.Count == 0 || stream.QualifyingUnitIds.Contains(rows.Class.HostUnitId), $"{rows.Name}: xã đặt lớp không đủ điều kiện");
        findings.Same(stream.SeatsPerClass ?? rows.Class.Seats.Capacity, rows.Class.Seats.Capacity, $"{rows.Name}: số chỗ");
        foreach (Session s in rows.Class.Sessions)
        {
            DateOnly day = VietnamTime.DateOf(s.StartsAt);
            findings.Require(stream.Window is not { } w || w.From <= day && day <= w.To, $"{rows.Name}: buổi {s.Number} ngày {day:dd/MM/yyyy} ngoài thời gian của kế hoạch");
        }
    }
}
