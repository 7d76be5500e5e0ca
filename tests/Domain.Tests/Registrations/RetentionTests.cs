using System.Reflection;
using Xunit;

namespace NtmServerless.Domain.Tests.Registrations;

public sealed class RetentionTests
{
    private static readonly DateTimeOffset Approved = new(2024, 6, 1, 0, 0, 0, TimeSpan.Zero);

    private static TrainingClass Closed => SampleClass.Registering(capacity: 2) with
    {
        Stage = ClassStage.Closed,
        Report = new ClassReportState { Stage = ClassReportStage.Approved, ApprovedAt = Approved },
    };

    [Fact]
    public void IsDue_CountsFromTheApprovalOfTheReport()
    {
        Assert.False(Retention.IsDue(Closed, 730, Approved.AddDays(730)));
        Assert.True(Retention.IsDue(Closed, 730, Approved.AddDays(730).AddSeconds(1)));
    }

    [Theory]
    [InlineData(ClassStage.Reporting)]
    [InlineData(ClassStage.Postponed)]
    [InlineData(ClassStage.Registering)]
    public void IsDue_OfAClassThatIsNeverBroughtToItsEnd_AYearLater_AndNeverUnwarned(ClassStage stage)
    {
        TrainingClass open = Closed with { Stage = stage, Report = new ClassReportState() };
        DateTimeOffset ends = open.LastEnd.AddDays(730 + 365);
        Assert.False(Retention.IsDue(open, 730, ends.AddYears(5)));
        Assert.Same(open, Retention.Warn(open, 730, ends.AddDays(-91)).Class);

        ClassOutcome warned = Retention.Warn(open, 730, ends.AddDays(-90));

        Assert.Equal((NoticeKind.RetentionNear, open.LeadUnitId), (warned.Notices.Single().Kind, warned.Notices.Single().ToUnits.Single()));
        Assert.Empty(Retention.Warn(warned.Class, 730, ends).Notices);
        Assert.False(Retention.IsDue(warned.Class, 730, ends));
        Assert.True(Retention.IsDue(warned.Class, 730, ends.AddSeconds(1)));
        TrainingClass late = Retention.Warn(open, 730, ends.AddDays(100)).Class;
        Assert.False(Retention.IsDue(late, 730, ends.AddDays(130)));
        Assert.True(Retention.IsDue(late, 730, ends.AddDays(131)));
    }

    [Fact]
    public void IsDue_OfAClassThatWasNeverAnnounced_IsNever()
    {
        TrainingClass planned = SampleClass.Planned();
        Assert.Null(Retention.EndsAt(planned, 1));
        Assert.False(Retention.IsDue(planned, 1, Approved.AddYears(50)));
        Assert.Empty(Retention.Warn(planned, 1, Approved.AddYears(50)).Notices);
    }

    [Fact]
    public void IsDue_AfterNewDates_IsAgain()
    {
        TrainingClass emptied = Closed with { AnonymisedAt = Approved.AddDays(-900) };
        Assert.True(Retention.IsDue(emptied, 730, Approved.AddDays(731)));
    }

    [Theory]
    [InlineData(TourStage.Cancelled, 730)]
    [InlineData(TourStage.Confirmed, 730 + 365)]
    [InlineData(TourStage.Reporting, 730 + 365)]
    [InlineData(TourStage.Postponed, 730 + 365)]
    public void IsDue_OfATourThatIsNeverClosed_CountsFromItsReturn(TourStage stage, int days)
    {
        StudyTour tour = SampleTour.In(stage);
        DateTimeOffset returned = SampleClass.At("2024-08-23 00:00");

        Assert.False(Retention.IsDue(tour, 730, returned.AddDays(days)));
        Assert.True(Retention.IsDue(tour, 730, returned.AddDays(days).AddSeconds(1)));
    }

    [Fact]
    public void IsDue_OfAClosedTour_CountsFromItsReport() =>
        Assert.True(Retention.IsDue(SampleTour.In(TourStage.Closed) with { ClosedAt = Approved }, 730, Approved.AddDays(731)));

    [Fact]
    public void IsDue_OfAClosedTour_ToTheTick_AndNeverOfATourWithoutMembers()
    {
        StudyTour closed = SampleTour.In(TourStage.Closed) with { ClosedAt = Approved };
        Assert.False(Retention.IsDue(closed, 730, Approved.AddDays(730)));
        Assert.True(Retention.IsDue(closed, 730, Approved.AddDays(730).AddTicks(1)));
        Assert.False(Retention.IsDue(closed with { Members = 0 }, 730, Approved.AddDays(731)));
    }

    [Fact]
    public void IsDue_OnceEmptied_IsNotAgain() => Assert.False(Retention.IsDue(Closed with { AnonymisedAt = Approved }, 1, Approved.AddYears(50)));

    [Fact]
    public void IsDue_OfACancelledClass_CountsFromItsLastSession()
    {
        TrainingClass cancelled = Closed with { Stage = ClassStage.Cancelled, Report = new ClassReportState() };

        Assert.False(Retention.IsDue(cancelled, 10, cancelled.LastEnd.AddDays(10)));
        Assert.True(Retention.IsDue(cancelled, 10, cancelled.LastEnd.AddDays(11)));
    }

    [Fact]
    public void EndsAt_OfACancelledClass_CountsFromItsLastSession_OrFromTheDayItWasCalledOffWhereItHadNone()
    {
        TrainingClass cancelled = Closed with { Stage = ClassStage.Cancelled, Report = new ClassReportState(), CancelledAt = SampleClass.Opens };
        Assert.Equal(cancelled.LastEnd.AddDays(10), Retention.EndsAt(cancelled, 10));
        Assert.Equal(SampleClass.Opens.AddDays(10), Retention.EndsAt(cancelled with { Sessions = [] }, 10));
    }

    [Fact]
    public void Anonymise_LeavesWhatIsCountedAndNamesNobody()
    {
        RegisterBook book = new(SampleClass.Registering(capacity: 2));
        book.Register(1);
        Registration before = book.Registrations[0] with { CancelReason = "Ông Páo đi viện" };

        Registration after = Retention.Anonymise(before, Approved);

        Assert.Null(after.Applicant.Personal);
        Assert.Equal(before.Applicant.Counted, after.Applicant.Counted);
        Assert.Equal((before.Code, before.Sequence, before.Status), (after.Code, after.Sequence, after.Status));
        Assert.Equal(("", 0, "", Approved), (after.Applicant.FullName, after.Applicant.BirthYear, after.Applicant.Village, after.AnonymisedAt));
        Assert.All(typeof(Registration).GetProperties().Where(IsPersonal), property => Assert.Null(property.GetValue(after)));
        Assert.Contains(typeof(Registration).GetProperties(), IsPersonal);
    }

    [Fact]
    public void CountedTraits_HoldNoTextOfAPerson() => Assert.All(
        typeof(CountedTraits).GetProperties(), property => Assert.True(property.PropertyType.IsEnum || property.Name == nameof(CountedTraits.UnitId), property.Name));

    private static bool IsPersonal(PropertyInfo property) => property.IsDefined(typeof(PersonalAttribute));
}
