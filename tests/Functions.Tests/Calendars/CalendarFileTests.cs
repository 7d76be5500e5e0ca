using System.Text;
using Xunit;

namespace NtmServerless.Functions.Tests.Calendars;

public sealed class CalendarFileTests
{
    private static readonly VietnameseTexts Texts = new();
    private static readonly DateTimeOffset Now = new(2024, 5, 2, 1, 0, 0, TimeSpan.Zero);
    private static readonly Plan Plan = PlanImport.Read(TestPlan.Json().ToJsonString()).Plan!;

    [Fact]
    public void File_OfAClass_HasOneEventASessionInUtc()
    {
        string[] lines = Unfolded(CalendarFile.Write(Class(), Texts, Now));
        Assert.Equal("BEGIN:VCALENDAR", lines[0]);
        Assert.Equal("END:VCALENDAR", lines[^1]);
        Assert.Equal(2, lines.Count(l => l == "BEGIN:VEVENT"));
        Assert.Equal(["UID:lop-1-1@caoloc-2024.ntm-serverless", "UID:lop-1-2@caoloc-2024.ntm-serverless"],
            lines.Where(l => l.StartsWith("UID:", StringComparison.Ordinal)));
        Assert.Contains("DTSTART:20240520T003000Z", lines);
        Assert.Contains("DTEND:20240520T040000Z", lines);
        Assert.Equal(2, lines.Count(l => l == "STATUS:CONFIRMED"));
    }

    [Fact]
    public void Alarm_ADayBefore_IsOneForEachDay_AndNoneForWhatIsCalledOff()
    {
        ClassOfPlan of = Class();
        string[] lines = Unfolded(CalendarFile.Write(of, Texts, Now));
        Assert.Single(lines, "TRIGGER:-P1D");
        // Before the end of the first event: the second one is on the same day.
        Assert.True(Array.IndexOf(lines, "END:VALARM") < Array.IndexOf(lines, "END:VEVENT"));
        TrainingClass onTwoDays = of.Class with
        {
            Sessions = [of.Class.Sessions[0],
            of.Class.Sessions[1] with { StartsAt = of.Class.Sessions[1].StartsAt.AddDays(1), EndsAt = of.Class.Sessions[1].EndsAt.AddDays(1) }]
        };
        Assert.Equal(2, Unfolded(CalendarFile.Write(of with { Class = onTwoDays }, Texts, Now)).Count(l => l == "TRIGGER:-P1D"));
        Assert.DoesNotContain("BEGIN:VALARM", CalendarFile.Write(of with { Class = of.Class with { Stage = ClassStage.Cancelled } }, Texts, Now),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Line_EachOne_IsFoldedBetweenLetters()
    {
        string file = CalendarFile.Write(Class(venue: string.Join(' ', Enumerable.Repeat("Nhà văn hóa thôn Nà Pài 🏠", 7))), Texts, Now);
        string[] lines = file.Split("\r\n");
        Assert.Equal("", lines[^1]);
        Assert.All(lines, l => Assert.InRange(Encoding.UTF8.GetByteCount(l), 0, 75));
        Assert.DoesNotContain('\uFFFD', file);
        Assert.Contains("LOCATION:" + string.Join(' ', Enumerable.Repeat("Nhà văn hóa thôn Nà Pài 🏠", 7)), Unfolded(file));
    }

    [Theory]
    [InlineData("A\r\nBEGIN:VEVENT\r\nSUMMARY:giả", @"LOCATION:A\nBEGIN:VEVENT\nSUMMARY:giả")]
    [InlineData("A\rB\u2028C\u0085D\0E", "LOCATION:ABCDE")]
    [InlineData(@"a;b,c\d:e", @"LOCATION:a\;b\,c\\d:e")]
    public void Text_WithLineBreaksAndSigns_StaysOneLine(string venue, string expected)
    {
        string[] lines = Unfolded(CalendarFile.Write(Class(venue), Texts, Now));
        Assert.Contains(expected, lines);
        Assert.Equal(2, lines.Count(l => l == "BEGIN:VEVENT"));
    }

    [Theory]
    [InlineData(ClassStage.Registering, 0, 0, 0, 0)]
    [InlineData(ClassStage.Postponed, 0, 0, 1, 2)]
    [InlineData(ClassStage.Announced, 1, 0, 2, 0)]
    [InlineData(ClassStage.Cancelled, 1, 0, 3, 2)]
    [InlineData(ClassStage.Postponed, 0, 1, 1, 1)]
    [InlineData(ClassStage.Confirmed, 1, 1, 2, 0)]
    public void Sequence_GrowsWithEachChangeOfDates(ClassStage stage, int postponed, int held, int sequence, int cancelled)
    {
        ClassOfPlan of = Class();
        string[] lines = Unfolded(CalendarFile.Write(of with { Class = of.Class with { Stage = stage, TimesPostponed = postponed, HeldSessions = held } },
            Texts, Now));
        Assert.Equal(2, lines.Count(l => l == $"SEQUENCE:{sequence}"));
        Assert.Equal(cancelled, lines.Count(l => l == "STATUS:CANCELLED"));
    }

    private static string[] Unfolded(string file) =>
        file.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

    private static ClassOfPlan Class(string venue = "Nhà văn hóa xã") => new(Plan, new TrainingClass
    {
        Id = new("lop-1"),
        PlanId = Plan.Id,
        StreamId = TestPlan.OpenStream,
        Number = 1,
        Title = "Tập huấn",
        LeadUnitId = TestPlan.Commune,
        HostUnitId = TestPlan.Commune,
        Seats = new Seats(50),
        Minimum = 1,
        Stage = ClassStage.Registering,
        Announcement = new Announcement(null, venue, Now, Now.AddDays(10), Now),
        Sessions =
        [
            new Session(1, new(2024, 5, 20, 0, 30, 0, TimeSpan.Zero), new(2024, 5, 20, 4, 0, 0, TimeSpan.Zero)),
            new Session(2, new(2024, 5, 20, 6, 30, 0, TimeSpan.Zero), new(2024, 5, 20, 10, 0, 0, TimeSpan.Zero)),
        ],
    });
}
