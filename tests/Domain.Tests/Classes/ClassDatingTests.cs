using System.Globalization;
using Xunit;
using static NtmServerless.Domain.Tests.Classes.SampleClass;

namespace NtmServerless.Domain.Tests.Classes;

/// <summary>What speaks against the dates of a class, all at once; with a reason they stand, and the reason is kept.</summary>
public sealed class ClassDatingTests
{
    private static readonly Plan Plan = SamplePlan.Plan;
    private static readonly DateTimeOffset Early = At("2024-01-10 09:00");

    [Theory]
    [InlineData("2024-05-20", null, null)]
    [InlineData("2024-03-29", DateWarningKind.OutsideWindow, "date-outside-window")]
    [InlineData("2024-10-01", DateWarningKind.OutsideWindow, "date-outside-window")]
    [InlineData("2025-02-04", DateWarningKind.OutsideYear, "date-outside-year")]
    [InlineData("2024-04-30", DateWarningKind.Holiday, "date-on-holiday")]
    [InlineData("2024-04-18", DateWarningKind.Holiday, "date-on-holiday")]
    [InlineData("2024-09-03", DateWarningKind.Holiday, "date-on-holiday")]
    [InlineData("2024-05-18", null, null)]
    public void Warnings_OfADay_SayWhatSpeaksAgainstIt(string day, DateWarningKind? kind, string? code)
    {
        (string Field, DateWarning Warning)[] warned = [.. Dating().Warnings(On(day))];
        Assert.Equal(kind is null ? [] : [kind.Value], warned.Select(w => w.Warning.Kind));
        Assert.All(warned, w => Assert.Equal(("sessions[0]", code), (w.Field, w.Warning.At(w.Field).Code)));
    }

    [Fact]
    public void Warnings_OfADayOutsideTheWindowOnAHoliday_AreBoth_OncePerDay() => Assert.Equal(
        [("sessions[0]", DateWarningKind.OutsideWindow), ("sessions[0]", DateWarningKind.Holiday)],
        Dating().Warnings(On("2024-02-09")).Select(w => (w.Field, w.Warning.Kind)));

    [Fact]
    public void Warnings_WhereTheOfficeCorrectedTheDays_GoByItsWord()
    {
        OfficeDays office = OfficeDays.None.Set(new DayForm(new(2024, 5, 20), DayRule.Off, null, "Lễ hội xã"), "Mai", Early).Choose(true, true);
        Assert.Equal([DateWarningKind.Holiday], Kinds(new ClassDating(Plan, new(office), [], Name), "2024-05-20"));
        Assert.Equal([DateWarningKind.Weekend], Kinds(new ClassDating(Plan, new(office), [], Name), "2024-05-18"));
        Assert.Empty(Kinds(new ClassDating(Plan, new(office), [], Name), "2024-05-04"));
    }

    [Theory]
    [InlineData("NHÀ VĂN HÓA  xã Gia Cát", "06:30", Host, ClassStage.Announced, true)]
    [InlineData("Nhà văn hóa xã Gia Cát", "10:59", Host, ClassStage.Holding, true)]
    [InlineData("Nhà văn hóa xã Gia Cát", "11:30", Host, ClassStage.Announced, false)]
    [InlineData("Nhà văn hóa xã Gia Cát", "07:30", "xa-phu-xa", ClassStage.Announced, false)]
    [InlineData("Hội trường UBND xã", "07:30", Host, ClassStage.Announced, false)]
    [InlineData("Nhà văn hóa xã Gia Cát", "07:30", Host, ClassStage.Cancelled, false)]
    [InlineData("Nhà văn hóa xã Gia Cát", "07:30", Host, ClassStage.Postponed, false)]
    public void Warnings_OfTheSameHallAtTheSameHour(string venue, string from, string host, ClassStage stage, bool warned)
    {
        TrainingClass other = On("2024-05-21", from, venue, afternoon: false) with { Id = new("lop-2"), HostUnitId = host, Stage = stage, Title = "Trồng hồi" };
        DateWarning[] all = [.. Dating(other).Warnings(On("2024-05-21")).Select(w => w.Warning)];
        Assert.Equal(warned ? [new DateWarning(DateWarningKind.SameHall, new(2024, 5, 21), Name: "Trồng hồi")] : [], all);
    }

    [Fact]
    public void Warnings_OfTheSameTrainerAtTheSameHour_NameWhoAndWhere()
    {
        TrainingClass other = On("2024-05-21", venue: "Nơi khác", trainer: "Bà LÊ Thị Mai") with
        {
            Id = new("lop-2"),
            HostUnitId = "xa-phu-xa",
            Title = "Trồng hồi",
        };
        DateWarning warning = Assert.Single(Dating(other).Warnings(On("2024-05-21", trainer: "bà Lê Thị Mai"))).Warning;
        Assert.Equal((DateWarningKind.SamePerson, "Trồng hồi", "bà Lê Thị Mai"), (warning.Kind, warning.Name, warning.Person));
        Assert.Empty(Dating(other).Warnings(On("2024-05-21", trainer: "Ông Khác")));
        Assert.Empty(Dating(other).Warnings(On("2024-05-21")));
    }

    [Fact]
    public void Clashes_OfDatesAsTheyStand_AreSaidOnBothClasses_UntilTheyAreOver()
    {
        TrainingClass one = On("2024-05-21") with { Stage = ClassStage.Registering };
        TrainingClass two = On("2024-05-21") with { Id = new("lop-2"), Stage = ClassStage.Announced, Title = "Trồng hồi" };
        Assert.Equal("Trồng hồi", Assert.Single(Dating(one, two).ClashesOf(one, Early)).Name);
        Assert.Equal(one.Title, Assert.Single(Dating(one, two).ClashesOf(two, Early)).Name);
        Assert.Empty(Dating(one, two).ClashesOf(one, one.LastEnd));
        Assert.Empty(Dating(one, two with { Stage = ClassStage.Cancelled }).ClashesOf(one, Early));
        Assert.Empty(Dating(one, two).ClashesOf(one with { Stage = ClassStage.Postponed }, Early));
    }

    [Theory]
    [InlineData("2024-04-13", "2024-04-15")]
    [InlineData("2024-04-18", "2024-04-19")]
    [InlineData("2024-04-27", "2024-05-02")]
    [InlineData("2024-02-01", "2024-04-01")]
    [InlineData("2024-10-01", null)]
    public void FreeDay_IsOneOfWhichNothingWouldBeWarned(string from, string? free) => Assert.Equal(
        free, FreeDays.From(
            DateOnly.Parse(from, CultureInfo.InvariantCulture), Plan, Plan.FindStream(On("2024-05-21").StreamId)!.Window, WorkCalendar.OfTheLaw, [0])
            ?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    [Fact]
    public void FreeDay_OfSeveral_IsTheFirstFromWhichAllAreFree() => Assert.Equal(
        new DateOnly(2024, 5, 2), FreeDays.From(new(2024, 4, 26), Plan, null, WorkCalendar.OfTheLaw, [0, 1]));

    [Fact]
    public void Warnings_OfAnInterruptedClass_AreOfWhatIsStillToBeHeld()
    {
        TrainingClass c = On("2024-04-30") with { HeldSessions = 2 };
        c = c with { Sessions = [.. c.Sessions, .. On("2024-05-21").Sessions, .. On("2024-09-03").Sessions] };
        Assert.Equal([("sessions[2]", new DateOnly(2024, 9, 3))], Dating().Warnings(c).Select(w => (w.Field, w.Warning.Day)));
    }

    [Fact]
    public void Warnings_OfTheClassItself_AreNone()
    {
        Assert.Empty(Dating(On("2024-05-21")).Warnings(On("2024-05-21")));
    }

    [Fact]
    public void Settle_WithWarningsAndNoReason_IsRefusedWithAllOfThem()
    {
        DatesWarnedException refused = Assert.Throws<DatesWarnedException>(() => Settle(On("2024-02-09"), " "));
        Assert.Equal(
            [("sessions[0]", "date-outside-window"), ("sessions[0]", "date-on-holiday"), ("reason", "date-reason-needed")],
            refused.Errors.Select(e => (e.Field, e.Code)));
    }

    [Fact]
    public void Settle_WithAReason_KeepsItWithTheWarnings_AndTheTimeLineSaysSo()
    {
        TrainingClass c = Settle(On("2024-04-30"), "Hội trường chỉ trống ngày này");
        DateChoice kept = Assert.Single(c.DateChoices);
        Assert.Equal(("Hội trường chỉ trống ngày này", Lead, Early), (kept.Reason, kept.ByUnitId, kept.At));
        Assert.Equal([new DateWarning(DateWarningKind.Holiday, new(2024, 4, 30), Holiday: Holiday.Reunification)], kept.Warnings);
        TimelineEntry said = Assert.Single(ClassTimeline.Of(c), e => e.What == ClassMoment.KeepWarnedDates);
        Assert.Equal(new TimelineEntry(ClassMoment.KeepWarnedDates, Early, MomentState.Done, MomentBy.LeadUnit, kept), said);
        Assert.Equal(2, Settle(c, "Lần nữa").DateChoices.Count);
    }

    [Fact]
    public void KeptDates_WhichTheClassHasNoMore_AreHistory()
    {
        DateChoice kept = Assert.Single(Settle(On("2024-02-09"), "Hội trường chỉ trống ngày này").DateChoices);
        Assert.Null(kept.About([new(2024, 5, 21)]));
        Assert.Equal(kept.Warnings, kept.About([new(2024, 2, 9), new(2024, 5, 21)])!.Warnings);
    }

    [Fact]
    public void Settle_WithoutWarnings_KeepsNoReason() => Assert.Empty(Settle(On("2024-05-21"), "Không cần").DateChoices);

    [Theory]
    // Tuesday + 5 is a Sunday: Monday, with the reminder on Friday.
    [InlineData("2024-05-21", true, "2024-05-27 17:00", "2024-05-24 17:00")]
    [InlineData("2024-05-21", false, "2024-05-26 17:00", "2024-05-25 17:00")]
    [InlineData("2024-08-28", true, "2024-09-04 17:00", "2024-08-30 17:00")]
    [InlineData("2024-05-22", true, "2024-05-27 17:00", "2024-05-24 17:00")]
    [InlineData("2024-05-24", true, "2024-05-29 17:00", "2024-05-28 17:00")]
    public void Settle_FixesWhenTheReportIsDue(string day, bool moves, string due, string remind)
    {
        WorkCalendar days = new(OfficeDays.None with { MovesDeadlines = moves });
        TrainingClass c = new ClassDating(Plan, days, [], Name).Settle(new ClassOutcome(On(day)), null, Lead, Early).Class;
        Assert.Equal((At(due), At(remind)), (Deadlines.ReportDue(c), Deadlines.ReportReminder(c)));
    }

    [Fact]
    public void ReportDue_OfAClassFromBeforeItWasKept_StaysAsItWas() =>
        Assert.Equal((At("2024-05-26 17:00"), At("2024-05-25 17:00")), (Deadlines.ReportDue(On("2024-05-21")), Deadlines.ReportReminder(On("2024-05-21"))));

    [Fact]
    public void ReportDue_AfterTheReturn_IsReckonedAnew()
    {
        TrainingClass submitted = Settle(On("2024-05-21"), null) is var c
            ? c with { Stage = ClassStage.Reporting, Report = c.Report with { Stage = ClassReportStage.Submitted } } : c;
        ClassOutcome returned = ClassReportDecisions.Return(submitted, "Thiếu", At("2024-06-06 09:00"));
        Assert.Equal(At("2024-06-09 17:00"), Deadlines.ReportDue(returned.Class));
        Assert.Equal(At("2024-06-10 17:00"), Deadlines.ReportDue(returned.WithReportDue(WorkCalendar.OfTheLaw).Class));
    }

    [Fact]
    public void ApprovalDue_OnADayOff_IsTheNextWorkingDay()
    {
        TrainingClass dated = Settle(On("2024-05-21"), null);
        TrainingClass submitted = dated with
        {
            Stage = ClassStage.Reporting,
            Report = dated.Report with { Stage = ClassReportStage.Submitted, SubmittedAt = At("2024-05-23 09:00") },
        };
        Assert.Equal(At("2024-05-26 17:00"), Deadlines.ApprovalDue(submitted));
        Assert.Equal(At("2024-05-27 17:00"), Deadlines.ApprovalDue(new ClassOutcome(submitted).WithApprovalDue(WorkCalendar.OfTheLaw).Class));
        TrainingClass old = submitted with { Report = submitted.Report with { Times = null } };
        Assert.Equal(old, new ClassOutcome(old).WithApprovalDue(WorkCalendar.OfTheLaw).Class);
    }

    private static string Name(TrainingClass c) => c.Title;

    private static ClassDating Dating(params TrainingClass[] others) => new(Plan, WorkCalendar.OfTheLaw, others, Name);

    private static IEnumerable<DateWarningKind> Kinds(ClassDating dating, string day) => dating.Warnings(On(day)).Select(w => w.Warning.Kind);

    private static TrainingClass Settle(TrainingClass c, string? reason) => Dating().Settle(new ClassOutcome(c), reason, Lead, Early).Class;

    private static TrainingClass On(
        string day, string from = "07:30", string venue = "Nhà văn hóa xã Gia Cát", string? trainer = null, bool afternoon = true) =>
        ClassDecisions.Announce(Planned(), Form with
        {
            Venue = venue,
            Trainer = trainer,
            Sessions = afternoon ? [Half(day, from, "11:30"), Half(day, "13:30", "16:30")] : [Half(day, from, "12:00")],
            RegistrationOpensAt = null,
            RegistrationClosesAt = Early.AddDays(5),
        }, Early).Class;
}
