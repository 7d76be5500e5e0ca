using Xunit;
using static NtmServerless.Domain.Tests.Classes.SampleClass;

namespace NtmServerless.Domain.Tests.Registrations;

public sealed class SubstitutionTests
{
    [Fact]
    public void Replace_GivesTheSeatToTheSubstitute_AndLeavesTheWaitlistAlone()
    {
        RegisterBook book = new(Registering(capacity: 2));
        book.Register(4);
        Registration substitute = book.Replace(1, priority: false);
        Assert.Equal((RegistrationStatus.Confirmed, 5, book.Registrations[0].Code), (substitute.Status, substitute.Sequence, substitute.Replaces));
        Assert.Equal((RegistrationStatus.Cancelled, "bận", Opens), (book.Registrations[0].Status, book.Registrations[0].CancelReason, book.Registrations[0].CancelledAt));
        Seats seats = book.Class.Seats;
        Assert.Equal((2, 2, 1), (seats.Confirmed, seats.Waitlisted, seats.Cancelled));
        Assert.Equal([3, 4], book.Registrations.Where(r => r.Status == RegistrationStatus.Waitlisted).Select(r => r.Sequence));
        Assert.False(seats.CanMoveUp);
    }

    [Fact]
    public void Replace_KeepsWhoDidIt()
    {
        RegisterBook book = new(Registering());
        book.Register(1);
        (TrainingClass after, _, Registration r) = Substitution.Replace(
            book.Class, book.Registrations[0], SamplePeople.Person(2), "ABCD1234", Host, "bận", Opens.AddHours(1));
        Assert.Equal(("ABCD1234", RegistrationSource.Officer, Host, Opens.AddHours(1)), (r.Code, r.Source, r.ByUnitId, r.RegisteredAt));
        Assert.Equal((2, 3), (r.Sequence, after.NextSequence));
    }

    [Fact]
    public void Replace_ByOneOfAPriorityGroup_CountsForTheHeldSeats_SoThatAnotherCanMoveUp()
    {
        RegisterBook book = new(Registering(capacity: 3, held: 1));
        book.Register(3);
        Assert.Equal((2, 1), (book.Class.Seats.Confirmed, book.Class.Seats.Waitlisted));
        book.Replace(1, priority: true);
        Assert.Equal((2, 1), (book.Class.Seats.Confirmed, book.Class.Seats.ConfirmedPriority));
        Assert.Equal(3, Assert.Single(book.Promote()).Sequence);
    }

    [Fact]
    public void Replace_OfAHeldSeatByAnybody_IsRefused_UntilTheRelease()
    {
        RegisterBook book = new(Registering(capacity: 2, held: 1));
        book.Register(priority: true);
        book.Register(priority: false);
        Assert.Equal(Rule.SubstituteNotPriority, Refusal(() => book.Replace(1, priority: false)));
        book.Release();
        book.Replace(1, priority: false);
        Assert.Equal((2, 0), (book.Class.Seats.Confirmed, book.Class.Seats.ConfirmedPriority));
    }

    [Fact]
    public void Replace_OfSomebodyWithoutASeat_IsRefused()
    {
        RegisterBook book = new(Registering(capacity: 1));
        book.Register(2);
        Assert.Equal(Rule.SubstituteNeedsSeat, Refusal(() => book.Replace(2, priority: false)));
        book.Cancel(1);
        Assert.Equal(Rule.SubstituteNeedsSeat, Refusal(() => book.Replace(1, priority: false)));
    }

    [Fact]
    public void Replace_BySomebodyNotInvited_IsRefused()
    {
        RegisterBook book = new(Registering());
        book.Register(1);
        book.Class = book.Class with { Audiences = [Audience.FarmOwner] };
        Assert.Equal(Rule.AudienceNotInvited, Refusal(() => book.Replace(1, priority: false)));
    }

    [Theory]
    [InlineData(ClassStage.Announced, "2024-05-16 07:00", null)]
    [InlineData(ClassStage.Confirmed, "2024-05-20 07:29", null)]
    [InlineData(ClassStage.Confirmed, "2024-05-20 07:30", Rule.CancelTooLate)]
    [InlineData(ClassStage.Postponed, "2024-06-20 07:00", null)]
    [InlineData(ClassStage.Holding, "2024-05-20 07:00", Rule.CancelTooLate)]
    [InlineData(ClassStage.Closed, "2024-05-20 07:00", Rule.CancelTooLate)]
    [InlineData(ClassStage.Cancelled, "2024-05-16 07:00", Rule.ClassStage)]
    public void Replace_IsPossibleUntilTheClassIsHeld(ClassStage stage, string at, string? rule)
    {
        RegisterBook book = new(Registering());
        book.Register(1);
        book.Class = book.Class with { Stage = stage };
        Assert.Equal(rule, Substitution.WhyNotReplaced(book.Class, book.Registrations[0], At(at))?.Rule);
        Assert.Equal(rule, Refusal(() => book.Replace(1, priority: false, At(at))));
    }

    [Fact]
    public void Replace_InAClassThatWasInterrupted_IsTooLate()
    {
        RegisterBook book = new(Registering());
        book.Register(1);
        book.Class = book.Class with { Stage = ClassStage.Postponed, Interrupted = true, HeldSessions = 1 };
        Assert.Equal(Rule.CancelTooLate, Refusal(() => book.Replace(1, priority: false)));
    }

    private static string? Refusal(Action act) => (Record.Exception(act) as RuleBrokenException)?.Rule;
}
