using Xunit;
using static NtmServerless.Domain.Tests.Classes.SampleClass;

namespace NtmServerless.Domain.Tests.Registrations;

public sealed class CorrectionDecisionsTests
{
    [Fact]
    public void Correct_KeepsSeatPlaceAndCode_AndWhatStoodThere()
    {
        RegisterBook book = new(Registering(capacity: 1));
        Registration r = book.Register(priority: false);
        Registration mended = CorrectionDecisions.Correct(book.Class, r, Named(r, "Hoàng Văn Đúng"), Host, "gõ nhầm", namesake: false, Opens);

        Assert.Equal("Hoàng Văn Đúng", mended.Applicant.FullName);
        Assert.Equal(r with { Applicant = mended.Applicant, Corrections = mended.Corrections }, mended);
        Assert.Equal(new RegistrationCorrection(Opens, Host, r.Applicant, Reason: "gõ nhầm"), Assert.Single(mended.Corrections));
        Registration again =
            CorrectionDecisions.Correct(book.Class, mended, Named(r, "Hoàng Văn Đúng Hẳn"), null, null, namesake: false, Opens.AddHours(1));
        Assert.Equal(["Hoàng Văn Người 1", "Hoàng Văn Đúng"], again.Corrections.Select(k => k.Was!.FullName));
        Assert.Same(again, CorrectionDecisions.Correct(book.Class, again, again.Applicant, null, null, namesake: false, Opens));
    }

    [Fact]
    public void Correct_IntoAnAudienceThatIsNotInvited_IsRefused_ButNotForWhoCameToTheDoor()
    {
        RegisterBook book = new(Registering() with { Audiences = [Audience.Cooperative] });
        Registration r = book.Register(priority: false);
        Applicant other = r.Applicant with { Counted = r.Applicant.Counted with { Audience = Audience.FarmOwner } };
        Assert.Equal(Rule.AudienceNotInvited, Refusal(() => CorrectionDecisions.Correct(book.Class, r, other, Host, null, namesake: false, Opens)));
        Registration walkIn = r with { Status = RegistrationStatus.WalkIn };
        Assert.Equal(Audience.FarmOwner, CorrectionDecisions.Correct(book.Class, walkIn, other, Host, null, namesake: false, Opens).Applicant.Audience);
    }

    [Fact]
    public void Officers_MayCorrect_UntilTheReportIsApproved_ThePersonUntilTheClose()
    {
        RegisterBook book = new(Registering());
        Registration r = book.Register(priority: false);
        DateTimeOffset close = book.Class.Announcement!.RegistrationClosesAt;
        Assert.Null(CorrectionDecisions.WhyNotCorrectedByThePerson(book.Class, r, close.AddMinutes(-1)));
        Assert.Equal(Rule.RegistrationClosed, CorrectionDecisions.WhyNotCorrectedByThePerson(book.Class, r, close)?.Rule);
        Assert.Null(CorrectionDecisions.WhyNotCorrected(book.Class with { Stage = ClassStage.Reporting }, r));
        Assert.Equal(Rule.ClassStage, CorrectionDecisions.WhyNotCorrected(book.Class with { Stage = ClassStage.Closed }, r)?.Rule);
        Assert.Equal(Rule.RegistrationNotActive, CorrectionDecisions.WhyNotCorrected(book.Class, r with { Status = RegistrationStatus.Cancelled })?.Rule);
        RegistrationCorrection once = new(Opens, null, r.Applicant);
        Registration often = r with { Corrections = [.. Enumerable.Repeat(once, CorrectionDecisions.MostByThePerson)] };
        Assert.Equal(Rule.CorrectedTooOften, CorrectionDecisions.WhyNotCorrectedByThePerson(book.Class, often, Opens)?.Rule);
        Assert.Null(CorrectionDecisions.WhyNotCorrected(book.Class, often));
    }

    [Fact]
    public void BringBack_GivesTheSeatAgain_OrTheOldPlaceAmongThoseWhoWait()
    {
        RegisterBook book = new(Registering(capacity: 2));
        book.Register(2);
        book.Cancel(1);
        (TrainingClass c, Registration back) = CorrectionDecisions.BringBack(book.Class, book.Registrations[0], Host, namesake: false, Opens.AddHours(1));
        Assert.Equal((RegistrationStatus.Confirmed, 1, null, null), (back.Status, back.Sequence, back.CancelledAt, back.CancelReason));
        Assert.Equal((2, 0, 0), (c.Seats.Confirmed, c.Seats.Waitlisted, c.Seats.Cancelled));
        Assert.Equal(Opens, Assert.Single(back.Corrections).CancelledAt);

        book.Register(2);
        (TrainingClass full, Registration waits) = CorrectionDecisions.BringBack(book.Class, book.Registrations[0], Host, namesake: false, Opens.AddHours(1));
        Assert.Equal((RegistrationStatus.Waitlisted, 1), (waits.Status, waits.Sequence));
        Assert.Equal((2, 2, 0), (full.Seats.Confirmed, full.Seats.Waitlisted, full.Seats.Cancelled));
    }

    [Fact]
    public void BringBack_OfSomebodyWhoIsThere_OrIntoAClassThatBegan_IsRefused()
    {
        RegisterBook book = new(Registering());
        book.Register(1);
        Assert.Equal(Rule.RegistrationActive, CorrectionDecisions.WhyNotBroughtBack(book.Class, book.Registrations[0], Opens)?.Rule);
        book.Cancel(1);
        Registration gone = book.Registrations[0];
        Assert.Null(CorrectionDecisions.WhyNotBroughtBack(book.Class, gone, book.Class.FirstStart.AddSeconds(-1)));
        Assert.Equal(Rule.RegistrationClosed, CorrectionDecisions.WhyNotBroughtBack(book.Class, gone, book.Class.FirstStart)?.Rule);
        Assert.Equal(Rule.ClassStage, CorrectionDecisions.WhyNotBroughtBack(book.Class with { Stage = ClassStage.Holding }, gone, Opens)?.Rule);
    }

    [Fact]
    public void Anonymise_TakesTheHistoryToo()
    {
        RegisterBook book = new(Registering());
        Registration r = book.Register(priority: false);
        Registration mended = CorrectionDecisions.Correct(book.Class, r, Named(r, "Hoàng Văn Đúng"), Host, null, namesake: false, Opens);
        Assert.Empty(Retention.Anonymise(mended, Opens).Corrections);
    }

    private static Applicant Named(Registration r, string name) => r.Applicant with { Personal = r.Applicant.Personal! with { FullName = name } };

    private static string Refusal(Action act) => Assert.Throws<RuleBrokenException>(act).Rule;
}
