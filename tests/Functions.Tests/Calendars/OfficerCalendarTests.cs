using NtmServerless.Domain.Agenda;
using NtmServerless.Domain.Tours;
using Xunit;

namespace NtmServerless.Functions.Tests.Calendars;

public sealed class OfficerCalendarTests
{
    private const string OtherCommune = "xa-tan-thanh";

    private static readonly VietnameseTexts Texts = new();
    private static readonly DateTimeOffset Now = new(2024, 5, 2, 1, 0, 0, TimeSpan.Zero);
    private static readonly Plan Plan = PlanImport.Read(File.ReadAllBytes(Path.Combine(AzuriteServer.RepositoryRoot(), "plans", "caoloc-2024.json"))).Plan!;
    private static readonly Caller Host = new(Role.Commune, "xa-gia-cat", "hoa");

    [Theory]
    [InlineData(Role.Commune, "xa-gia-cat", true)]
    [InlineData(Role.LeadUnit, "hoi-nong-dan", true)]
    [InlineData(Role.Commune, OtherCommune, false)]
    [InlineData(Role.LeadUnit, "hoi-phu-nu", false)]
    [InlineData(Role.Administrator, "van-phong-dieu-phoi", true)]
    [InlineData(Role.Committee, "ban-chi-dao", true)]
    public void Class_OfTheUnitThatRunsOrHostsIt_AndOfWhoLooksAfterAll_IsThere(Role role, string unit, bool there)
    {
        string[] lines = Lines(new Caller(role, unit, "hoa"), [Class()]);
        Assert.Equal(there, lines.Contains("UID:lop-1-1@caoloc-2024.ntm-serverless"));
        Assert.Equal(there, lines.Any(l => l.StartsWith("SUMMARY:Lớp 10 · Gia Cát · 20/05\\, buổi 1: ", StringComparison.Ordinal)));
    }

    [Fact]
    public void Class_BeforeItsAnnouncement_IsNotThere() =>
        Assert.DoesNotContain("BEGIN:VEVENT", Lines(Host, [Class() with { Announcement = null, Stage = ClassStage.Planned, Sessions = [] }]));

    [Fact]
    public void Class_CalledOff_KeepsItsId_AndSaysSoTwice()
    {
        string[] lines = Lines(Host, [Class() with { Stage = ClassStage.Cancelled, Reason = "Ông Hoàng Văn Tư ốm" }]);
        Assert.Contains("UID:lop-1-1@caoloc-2024.ntm-serverless", lines);
        Assert.Contains("SEQUENCE:1", lines);
        Assert.Contains("STATUS:CANCELLED", lines);
        Assert.Contains(lines, l => l.StartsWith("SUMMARY:(đã hủy) Lớp 10", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(lines, l => l.Contains("Hoàng", StringComparison.Ordinal));
    }

    [Fact]
    public void Tour_WithDates_IsWholeDays_TheLastIncluded()
    {
        StudyTour tour = new()
        {
            Id = new("t1"),
            PlanId = Plan.Id,
            PlannedTourId = "tham-quan",
            LeadUnitId = "van-phong-dieu-phoi",
            MinimumMembers = 30,
            MaximumMembers = 35,
            Stage = TourStage.Confirmed,
            Destination = "Hải Hậu, Nam Định",
            DepartsOn = new(2024, 8, 30),
            ReturnsOn = new(2024, 8, 31),
        };
        string[] lines = Lines(Host, [], [tour, tour with { Id = new("t2"), DepartsOn = null }, tour with { Id = new("t3"), Stage = TourStage.Postponed }]);
        Assert.Equal(["UID:t1@caoloc-2024.ntm-serverless", "UID:t3@caoloc-2024.ntm-serverless"],
            lines.Where(l => l.StartsWith("UID", StringComparison.Ordinal)));
        Assert.Contains("DTSTART;VALUE=DATE:20240830", lines);
        Assert.Contains("DTEND;VALUE=DATE:20240901", lines);
        Assert.Contains(@"SUMMARY:Tham quan: Hải Hậu\, Nam Định", lines);
        Assert.Equal(["STATUS:CONFIRMED", "STATUS:CANCELLED"], lines.Where(l => l.StartsWith("STATUS", StringComparison.Ordinal)));
    }

    [Fact]
    public void Deadline_OfAReport_IsAMomentThatTakesNoTime_AndOtherWorkIsNotThere()
    {
        AgendaItem[] items =
        [
            new(AgendaKind.FileReport, "lop-1", new(2024, 5, 25, 10, 0, 0, TimeSpan.Zero), false, 0),
            new(AgendaKind.TakeAttendance, "lop-1", new(2024, 5, 20, 10, 0, 0, TimeSpan.Zero), false, 0, 1),
        ];
        string[] lines = Lines(Host, [Class()], items: items);
        int at = Array.IndexOf(lines, "UID:file-report-lop-1@caoloc-2024.ntm-serverless");
        Assert.True(at > 0);
        string[] deadline = lines[at..Array.IndexOf(lines, "END:VEVENT", at)];
        Assert.Contains("DTSTART:20240525T100000Z", deadline);
        Assert.Contains("TRANSP:TRANSPARENT", deadline);
        Assert.DoesNotContain(deadline, l => l.StartsWith("DTEND", StringComparison.Ordinal));
        Assert.Contains("SUMMARY:Hạn: Lớp 10 · Gia Cát · 20/05: nộp báo cáo kết quả lớp", deadline);
        Assert.DoesNotContain(lines, l => l.StartsWith("UID:take-attendance", StringComparison.Ordinal));
    }

    [Fact]
    public void File_OfALongYear_IsFoldedAndItsIdsDiffer()
    {
        TrainingClass[] year = [.. Enumerable.Range(1, 60).Select(n => Class() with { Id = new($"lop-{n}"), NumberInPlan = n })];
        string file = Written(Host, year);
        Assert.All(file.Split("\r\n"), l => Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(l), 0, 75));
        string[] ids = [.. Lines(Host, year).Where(l => l.StartsWith("UID:", StringComparison.Ordinal))];
        Assert.Equal(60, ids.Distinct().Count());
        Assert.Equal("END:VCALENDAR\r\n", file[^"END:VCALENDAR\r\n".Length..]);
    }

    private static string[] Lines(Caller caller, IReadOnlyList<TrainingClass> classes, IReadOnlyList<StudyTour>? tours = null,
        IReadOnlyList<AgendaItem>? items = null) =>
        Written(caller, classes, tours, items).Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

    private static string Written(Caller caller, IReadOnlyList<TrainingClass> classes, IReadOnlyList<StudyTour>? tours = null,
        IReadOnlyList<AgendaItem>? items = null) =>
        OfficerCalendar.Write(caller, [new CalendarYear(Plan, items ?? [], classes, tours ?? [], [])], Texts, Now);

    private static TrainingClass Class() => new()
    {
        Id = new("lop-1"),
        PlanId = Plan.Id,
        StreamId = "hoi-vien-doan-vien",
        Number = 4,
        NumberInPlan = 10,
        Title = "Tập huấn, cho hội viên",
        LeadUnitId = "hoi-nong-dan",
        HostUnitId = "xa-gia-cat",
        Seats = new Seats(50),
        Minimum = 1,
        Stage = ClassStage.Registering,
        Announcement = new Announcement(null, "Nhà văn hóa", Now, Now.AddDays(10), Now),
        Sessions = [new Session(1, new(2024, 5, 20, 0, 30, 0, TimeSpan.Zero), new(2024, 5, 20, 4, 0, 0, TimeSpan.Zero))],
    };
}
