using NtmServerless.Domain.Classes;
using NtmServerless.Domain.Registrations;
using NtmServerless.Domain.Reports;
using NtmServerless.Domain.Tests.Classes;
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
    public void IsDue_WhileTheClassLives_IsNever(ClassStage stage) =>
        Assert.False(Retention.IsDue(Closed with { Stage = stage }, 1, Approved.AddYears(50)));

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
    public void Anonymise_LeavesWhatIsCountedAndNamesNobody()
    {
        RegisterBook book = new(SampleClass.Registering(capacity: 2));
        book.Register(1);
        Registration before = book.Registrations[0];

        Registration after = Retention.Anonymise(before, Approved);

        Assert.Equal(
            (before.Code, before.Sequence, before.Status, before.Applicant.Sex, before.Applicant.UnitId, before.Applicant.Audience),
            (after.Code, after.Sequence, after.Status, after.Applicant.Sex, after.Applicant.UnitId, after.Applicant.Audience));
        Assert.Equal(("", 0, "", null, null, null), (after.Applicant.FullName, after.Applicant.BirthYear, after.Applicant.Village,
            after.Applicant.Phone, after.Applicant.EthnicGroup, after.Applicant.Organisation));
        Assert.Equal(Approved, after.AnonymisedAt);
    }
}
