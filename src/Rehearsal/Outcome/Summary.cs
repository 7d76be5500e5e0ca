using System.Text.Encodings.Web;
using System.Text.Json;
using NtmServerless.Domain.Classes;
using NtmServerless.Domain.PeriodicReports;
using NtmServerless.Domain.Periods;
using NtmServerless.Domain.Plans;
using NtmServerless.Domain.Registrations;
using NtmServerless.Domain.Tours;
using NtmServerless.Rehearsal.Checking;
using NtmServerless.Rehearsal.Host;
using NtmServerless.Rehearsal.Scenes;
using NtmServerless.Rehearsal.Year;

namespace NtmServerless.Rehearsal.Outcome;

/// <summary>Machine time in seconds from the beginning, and what was under way each time the host was killed.</summary>
internal sealed record Durations(double UntilStarted, double UntilPlayed, IReadOnlyList<string> Kills);

/// <summary>Planned against done of one stream.</summary>
internal sealed record StreamOutcome(string StreamId, int? ClassesPlanned, int ClassesHeld, int? SeatsPlanned, int Seats, int Registered, int Attended, int WalkIns, int Women);

/// <summary>What depends on the machine, and on kills: times, requests.</summary>
internal sealed record Measured(
    double Seconds, double SecondsUntilStarted, double SecondsUntilPlayed, IReadOnlyList<string> KilledDuring, int HttpRequests, int ClockAdvances,
    long StorageRequestsHost, long StorageRequestsApp, double StorageRequestsPerRegistration, double StorageRequestsPerClassLifecycle,
    IReadOnlyDictionary<string, Cost> ByWork);

/// <summary>summary.json.</summary>
internal sealed record Summary(Figures Figures, Measured Measured, IReadOnlyList<string> Broken)
{
    private static readonly JsonSerializerOptions Json =
        new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Summary Of(Book book, Stage stage, YearRun year, StorageCount storage, IReadOnlyList<string> broken, Durations durations)
    {
        Registration[] all = [.. book.Classes.SelectMany(c => c.Registrations)];
        ClassRows[] held = [.. book.Classes.Where(c => c.Class.Stage == ClassStage.Closed)];
        int Count(RegistrationStatus status) => all.Count(r => r.Status == status);
        Figures figures = new(
            stage.Seed,
            [.. book.Plan.Streams.Select(s => Stream(s, held))],
            held.Length,
            book.Classes.Count(c => c.Class.Stage == ClassStage.Cancelled),
            held.Sum(c => c.Class.Seats.Capacity),
            all.Count(r => r.Source != RegistrationSource.WalkIn),
            Count(RegistrationStatus.Confirmed), Count(RegistrationStatus.Waitlisted), all.Count(r => r.PromotedAt is not null), Count(RegistrationStatus.Cancelled),
            Count(RegistrationStatus.WalkIn), held.Sum(c => c.Class.Figures?.Attended ?? 0),
            book.Classes.Sum(c => c.Sheets.Count), book.Classes.Sum(c => c.Evidence.Count),
            Sorted(book.Reports.CountBy(r => $"{r.Period.Kind}")),
            Sorted(book.Classes.SelectMany(c => c.Notices).Select(n => n.Notice.Kind).Concat(Told(book.TourRows)).Concat(Told(book.ReportRows)).CountBy(k => $"{k}")),
            Sorted(book.Activities.GroupBy(a => $"{a.Channel}").Select(g => KeyValuePair.Create(g.Key, g.Sum(a => a.Count)))),
            book.Tours.Count(t => t.Stage == TourStage.Closed), book.Tours.Sum(t => t.Travelled),
            book.Reports.FirstOrDefault(r => r.Period.Kind == PeriodKind.Year)?.Figures?.Spent ?? new Dictionary<string, long>(),
            stage.Tally.Counts);
        Measured measured = new(
            0, durations.UntilStarted, durations.UntilPlayed, durations.Kills, stage.Client.Sent, stage.Clock.Advances, storage.Host, storage.App,
            year.RequestsPerRegistration, Math.Round((double)storage.Total / Math.Max(1, held.Length), 1), year.Costs);
        return new Summary(figures, measured, broken);
    }

    public Summary WithSeconds(double seconds) => this with { Measured = Measured with { Seconds = Math.Round(seconds, 1) } };

    public Task WriteAsync(string path) => File.WriteAllTextAsync(path, JsonSerializer.Serialize(this, Json));

    /// <summary>What the console shows at the end.</summary>
    public IEnumerable<string> Lines()
    {
        foreach (StreamOutcome s in Figures.Streams.Where(s => s.ClassesPlanned is not null))
            yield return $"{s.StreamId}: {s.ClassesHeld}/{s.ClassesPlanned} lớp, {s.Seats}/{s.SeatsPlanned} chỗ, {s.Registered} đăng ký, {s.Attended} người dự";
        yield return $"{Figures.Applications} đơn: {Figures.Confirmed} có chỗ ({Figures.Promoted} chuyển lên), {Figures.Waitlisted} chờ, {Figures.Cancelled} hủy";
        yield return $"{Measured.HttpRequests} yêu cầu, {Measured.StorageRequestsHost + Measured.StorageRequestsApp} lượt truy cập kho, {Measured.Seconds:0.0} giây";
        foreach ((string work, Cost cost) in Measured.ByWork.OrderByDescending(w => w.Value.Seconds))
            yield return $"  {work,-13} {cost.Seconds,6:0.0} s  kho: máy chủ {cost.HostRequests}, ứng dụng {cost.AppRequests}";
        if (Broken.Count == 0) yield return "Không quy tắc nào bị vi phạm.";
        foreach (string line in Broken) yield return $"VI PHẠM: {line}";
    }

    private static StreamOutcome Stream(TrainingStream s, ClassRows[] held)
    {
        ClassRows[] own = [.. held.Where(c => c.Class.StreamId == s.Id)];
        return new StreamOutcome(
            s.Id, s.ClassCount, own.Length, s.ClassCount * s.SeatsPerClass, own.Sum(c => c.Class.Seats.Capacity), own.Sum(c => c.Class.Figures?.Registered ?? 0),
            own.Sum(c => c.Class.Figures?.Attended ?? 0), own.Sum(c => c.Class.Figures?.WalkIns ?? 0), own.Sum(c => c.Class.Figures?.Women ?? 0));
    }

    private static IEnumerable<Domain.Notices.NoticeKind> Told(IReadOnlyList<RawRow> rows) =>
        Book.Of(rows, "notice-").Select(r => r.As<Storage.Audit.StoredNotice>().Notice.Kind);

    private static SortedDictionary<string, int> Sorted(IEnumerable<KeyValuePair<string, int>> counts) =>
        new(counts.ToDictionary(c => c.Key, c => c.Value, StringComparer.Ordinal), StringComparer.Ordinal);
}
