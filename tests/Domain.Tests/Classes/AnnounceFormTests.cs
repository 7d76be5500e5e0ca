using Xunit;
using static NtmServerless.Domain.Tests.Classes.SampleClass;

namespace NtmServerless.Domain.Tests.Classes;

public sealed class AnnounceFormTests
{
    [Fact]
    public void Announce_WithAGoodForm_TellsEveryUnitInvolvedOnce()
    {
        ClassOutcome outcome = ClassDecisions.Announce(Planned(), Form, AnnouncedAt);
        Assert.Equal(ClassStage.Announced, outcome.Class.Stage);
        Assert.Equal(new Announcement("12/TB-VPĐP", "Nhà văn hóa xã Gia Cát", Opens, Closes, AnnouncedAt), outcome.Class.Announcement);
        Notice told = Assert.Single(outcome.Notices);
        Assert.Equal(NoticeKind.ClassAnnounced, told.Kind);
        Assert.Equal([Lead, Host, Partner], told.ToUnits);
    }

    [Fact]
    public void Announce_WithoutNumberAndOpening_LeavesTheNumberOpenAndOpensAtOnce()
    {
        Announcement announcement = ClassDecisions.Announce(Planned(), Form with { Number = " ", RegistrationOpensAt = null }, AnnouncedAt).Class.Announcement!;
        Assert.Equal((null, AnnouncedAt), (announcement.Number, announcement.RegistrationOpensAt));
    }

    [Fact]
    public void Announce_WithRegistrationUntilTheFirstSession_IsFine() => Assert.Equal(
        FirstStart, ClassDecisions.Announce(Planned(), Form with { RegistrationClosesAt = FirstStart }, AnnouncedAt).Class.Announcement!.RegistrationClosesAt);

    [Fact]
    public void Announce_ConvertsMomentsToUtc() => Assert.Equal(
        TimeSpan.Zero,
        ClassDecisions.Announce(Planned(), Form with { RegistrationClosesAt = Closes.ToOffset(TimeSpan.FromHours(7)) }, AnnouncedAt)
            .Class.Announcement!.RegistrationClosesAt.Offset);

    public static TheoryData<string, string, string> BadForms() => new()
    {
        { "venue", "venue", "required" },
        { "long venue", "venue", "too-long" },
        { "long number", "number", "too-long" },
        { "no sessions", "sessions", "sessions-count" },
        { "no close", "registrationClosesAt", "required" },
        { "past close", "registrationClosesAt", "in-the-past" },
        { "close before opening", "registrationClosesAt", "end-before-start" },
        { "close after the first session", "registrationClosesAt", "closes-after-first-session" },
    };

    [Theory]
    [MemberData(nameof(BadForms))]
    public void Announce_WithABadForm_NamesFieldAndCode(string what, string field, string code)
    {
        AnnounceForm form = what switch
        {
            "venue" => Form with { Venue = "  " },
            "long venue" => Form with { Venue = new string('x', 201) },
            "long number" => Form with { Number = new string('1', 41) },
            "no sessions" => Form with { Sessions = null },
            "no close" => Form with { RegistrationClosesAt = null },
            "past close" => Form with { RegistrationClosesAt = AnnouncedAt },
            "close before opening" => Form with { RegistrationClosesAt = Opens },
            _ => Form with { RegistrationClosesAt = FirstStart.AddMinutes(1) },
        };
        FieldError error = Assert.Single(Assert.Throws<InvalidInputException>(() => ClassDecisions.Announce(Planned(), form, AnnouncedAt)).Errors);
        Assert.Equal((field, code), (error.Field, error.Code));
    }

    [Fact]
    public void Announce_WithAnEmptyForm_NamesEveryFieldAtOnce() => Assert.Equal(
        ["venue", "sessions", "registrationClosesAt"],
        Assert.Throws<InvalidInputException>(() => ClassDecisions.Announce(Planned(), new AnnounceForm(), AnnouncedAt)).Errors.Select(e => e.Field));

    [Theory]
    [InlineData(ClassStage.Announced)]
    [InlineData(ClassStage.Postponed)]
    [InlineData(ClassStage.Cancelled)]
    public void Announce_OfAClassThatIsNotPlanned_IsRefused(ClassStage stage) =>
        Assert.Equal(Rule.ClassStage, Assert.Throws<RuleBrokenException>(() => ClassDecisions.Announce(In(stage), Form, AnnouncedAt)).Rule);
}
