using System.Security.Cryptography;
using Azure.Storage.Blobs.Models;
using NtmServerless.Domain.Attendance;
using NtmServerless.Domain.Classes;
using NtmServerless.Domain.ClassReports;
using NtmServerless.Domain.Evidence;
using NtmServerless.Domain.People;
using NtmServerless.Domain.Registrations;
using NtmServerless.Storage.Evidence;

namespace NtmServerless.Rehearsal.Checking;

/// <summary>The figures that a class was closed with are what its rows say, and every file is there and is what it was.</summary>
internal static class FigureRules
{
    public static void Check(ClassRows rows, Findings findings)
    {
        foreach (AttendanceSheet sheet in rows.Sheets)
        {
            Registration[] present = [.. rows.Registrations.Where(r => sheet.Marks.TryGetValue(r.Code, out Mark mark) && mark == Mark.Present)];
            SessionCount? stored = rows.Class.SessionCounts.FirstOrDefault(s => s.Session == sheet.Session);
            int walkIns = present.Count(r => r.Status == RegistrationStatus.WalkIn);
            findings.Same(new SessionCount(sheet.Session, present.Length - walkIns, walkIns), stored, $"{rows.Name}: buổi {sheet.Session}");
            findings.Require(
                sheet.Marks.Keys.All(code => rows.Registrations.Any(r => r.Code == code && r.BelongsTo(rows.Class.Sessions.First(s => s.Number == sheet.Session)))),
                $"{rows.Name}: buổi {sheet.Session} điểm danh người không có trong lớp");
        }

        if (rows.Class.Stage != ClassStage.Closed) return;
        if (rows.Class.Figures is not { } figures)
        {
            findings.Require(false, $"{rows.Name}: đã kết thúc mà chưa chốt số liệu");
            return;
        }

        Registration[] attended = [.. rows.Registrations.Where(r => rows.Sheets.Any(s => s.Marks.TryGetValue(r.Code, out Mark m) && m == Mark.Present))];
        int left = attended.Count(r => r.Status == RegistrationStatus.Cancelled);
        findings.Same(rows.Registrations.Count(r => r.Status == RegistrationStatus.Confirmed) + left, figures.Registered, $"{rows.Name}: đăng ký");
        findings.Same(attended.Length, figures.Attended, $"{rows.Name}: tham dự");
        findings.Same(attended.Count(r => r.Status == RegistrationStatus.WalkIn), figures.WalkIns, $"{rows.Name}: đến không đăng ký");
        findings.Same(attended.Count(r => r.Applicant.Sex == Sex.Female), figures.Women, $"{rows.Name}: nữ");
        findings.SameCounts(By(attended, r => r.Applicant.UnitId), figures.ByUnit, $"{rows.Name}: theo xã");
        findings.SameCounts(By(attended, r => $"{r.Applicant.Audience}"), figures.ByAudience, $"{rows.Name}: theo thành phần");
        findings.SameCounts(By(attended, r => r.Applicant.EthnicGroup ?? ""), figures.ByEthnicGroup, $"{rows.Name}: theo dân tộc");
        ClassReport last = rows.Reports[^1];
        findings.SameCounts(last.Spent.GroupBy(s => s.SourceId).Select(g => KeyValuePair.Create(g.Key, g.Sum(s => s.Amount))), figures.Spent, $"{rows.Name}: kinh phí");
        findings.Same(rows.Class.Report.Revision, last.Revision, $"{rows.Name}: lần nộp báo cáo");
        findings.Require(rows.Class.Evidence.SignedSheets > 0, $"{rows.Name}: kết thúc khi chưa có danh sách ký");
    }

    public static async Task CheckFilesAsync(Book book, Findings findings)
    {
        EvidenceStore vault = new(book.Storage);
        foreach (ClassRows rows in book.Classes)
        {
            findings.Same(rows.Evidence.Count(e => e.Kind == EvidenceKind.SignedSheet), rows.Class.Evidence.SignedSheets, $"{rows.Name}: danh sách ký");
            findings.Same(rows.Evidence.Count(e => e.Kind == EvidenceKind.Photo), rows.Class.Evidence.Photos, $"{rows.Name}: ảnh");
            foreach (EvidenceFact fact in rows.Evidence)
            {
                await using Stream? file = await vault.OpenAsync(rows.Class.Id, fact.Kind, fact.Sha256, CancellationToken.None);
                string? hash = file is null ? null : Convert.ToHexStringLower(await SHA256.HashDataAsync(file));
                findings.Same(fact.Sha256, hash, $"{rows.Name}: tệp minh chứng");
            }
        }

        HashSet<string> known = [.. book.Classes.SelectMany(c => c.Evidence.Select(e => $"{c.Class.Id}/{e.Sha256}"))];
        foreach (string container in (string[])["signed-sheets", "photos"])
        {
            await foreach (BlobItem blob in book.Blobs.GetBlobContainerClient(container).GetBlobsAsync(BlobTraits.None, BlobStates.None, null, CancellationToken.None))
                findings.Require(known.Contains(blob.Name), $"{container}/{blob.Name}: tệp không thuộc hồ sơ nào");
        }

        foreach ((string classId, string sha256) in book.Tally.Evidence)
            findings.Require(known.Contains($"{classId}/{sha256}"), $"{classId}/{sha256}: tệp đã được nhận nhưng hồ sơ không có");
    }

    private static IEnumerable<KeyValuePair<string, int>> By(IEnumerable<Registration> attended, Func<Registration, string> key) =>
        attended.CountBy(key, StringComparer.Ordinal);
}
