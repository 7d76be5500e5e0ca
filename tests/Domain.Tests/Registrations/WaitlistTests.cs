using Xunit;

namespace NtmServerless.Domain.Tests.Registrations;

public sealed class WaitlistTests
{
    [Fact]
    public void Register_WhenClassIsFull_GoesToWaitlist()
    {
        RegisterBook book = new(SampleClass.Registering(capacity: 2));
        book.Register(3);
        Assert.Equal(
            [RegistrationStatus.Confirmed, RegistrationStatus.Confirmed, RegistrationStatus.Waitlisted], book.Registrations.Select(r => r.Status));
    }

    [Fact]
    public void Register_WhenOnlyHeldSeatsAreFree_SeatsPriorityPeopleOnly()
    {
        RegisterBook book = new(SampleClass.Registering(capacity: 5, held: 2));
        book.Register(4);
        Assert.Equal(RegistrationStatus.Waitlisted, book.Registrations[3].Status);
        Assert.Equal(RegistrationStatus.Confirmed, book.Register(priority: true).Status);
    }

    [Fact]
    public void Promote_AfterRelease_TakesPeopleInOrderWhateverTheirKind()
    {
        RegisterBook book = new(SampleClass.Registering(capacity: 3, held: 2));
        book.Register(3);
        book.Release();
        Assert.Equal([2, 3], book.Promote().Select(r => r.Sequence));
    }

    [Fact]
    public void Promote_BeforeRelease_PassesOverWhoWaitsForAHeldSeat()
    {
        RegisterBook book = new(SampleClass.Registering(capacity: 4, held: 2));
        book.Register(priority: true);
        book.Register(priority: true);
        book.Register(3);
        book.Register(priority: true);
        book.Cancel(1);
        Assert.Equal([6], book.Promote().Select(r => r.Sequence));
    }

    [Fact]
    public void Promote_WithMoreThanFitOneTransaction_LeavesTheRestForMoveUp()
    {
        RegisterBook book = new(SampleClass.Registering(capacity: 10));
        book.Register(10 + Waitlist.Most + 30);
        book.SetCapacity(10 + Waitlist.Most + 20);
        Assert.Equal(Waitlist.Most, book.Promote().Count);
        Assert.Equal(ClassStep.MoveUp, ClassChecklist.Next(book.Class)!.Step);
        Assert.Equal(20, book.Promote().Count);
        Assert.NotEqual(ClassStep.MoveUp, ClassChecklist.Next(book.Class)!.Step);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Register_WhilePeopleStillHaveToMoveUp_GoesBehindThem(bool priority)
    {
        RegisterBook book = new(SampleClass.Registering(capacity: 1));
        book.Register(1 + Waitlist.Most + 5);
        book.SetCapacity(1 + Waitlist.Most + 5);
        book.Promote();
        Assert.Equal(RegistrationStatus.Waitlisted, book.Register(priority).Status);
    }

    [Theory]
    [InlineData(ClassStage.Announced)]
    [InlineData(ClassStage.Holding)]
    [InlineData(ClassStage.Reporting)]
    [InlineData(ClassStage.Postponed)]
    [InlineData(ClassStage.Cancelled)]
    public void Promote_OutsideRegistrationAndConfirmation_MovesNobody(ClassStage stage)
    {
        RegisterBook book = new(SampleClass.Registering(capacity: 1));
        book.Register(2);
        book.SetCapacity(2);
        book.Class = book.Class with { Stage = stage };
        Assert.Empty(book.Promote());
        Assert.Equal(1, book.Class.Seats.Confirmed);
    }

    [Fact]
    public void Tell_NamesThePromotedAndIsSilentWithoutAny()
    {
        RegisterBook book = new(SampleClass.Registering(capacity: 1));
        book.Register(3);
        book.SetCapacity(3);
        Notice told = Assert.Single(Waitlist.Tell(book.Class, book.Promote()));
        Assert.Equal((NoticeKind.Promoted, false), (told.Kind, told.ToParticipants));
        Assert.Equal([SamplePeople.Code(2), SamplePeople.Code(3)], told.Registrations);
        Assert.Equal([book.Class.LeadUnitId], told.ToUnits);
        Assert.Empty(Waitlist.Tell(book.Class, []));
    }
}
