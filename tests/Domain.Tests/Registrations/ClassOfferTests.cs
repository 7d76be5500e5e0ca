using Xunit;
using static NtmServerless.Domain.Tests.Classes.SampleClass;

namespace NtmServerless.Domain.Tests.Registrations;

public sealed class ClassOfferTests
{
    private static readonly DateTimeOffset BeforeTheEnd = Closes.AddMinutes(-1);

    [Theory]
    [InlineData(ClassStage.Planned, ClassOffer.OpensLater)]
    [InlineData(ClassStage.Announced, ClassOffer.OpensLater)]
    [InlineData(ClassStage.Registering, ClassOffer.FreeSeats)]
    [InlineData(ClassStage.Confirmed, ClassOffer.RegistrationOver)]
    [InlineData(ClassStage.Holding, ClassOffer.Held)]
    [InlineData(ClassStage.Reporting, ClassOffer.Over)]
    [InlineData(ClassStage.Closed, ClassOffer.Over)]
    [InlineData(ClassStage.Postponed, ClassOffer.Postponed)]
    [InlineData(ClassStage.Cancelled, ClassOffer.Cancelled)]
    public void Offer_InEachStage_IsWhatTheRuleAllows(ClassStage stage, ClassOffer expected)
    {
        TrainingClass c = In(stage);
        Assert.Equal(expected, c.OfferAt(BeforeTheEnd));
        Assert.Equal(expected.TakesRegistrations(), RegistrationDecisions.WhyNotOpen(c, BeforeTheEnd) is null);
    }

    [Fact]
    public void Offer_AtTheDeadline_IsOver() => Assert.Equal(ClassOffer.RegistrationOver, Registering().OfferAt(Closes));

    [Theory]
    [InlineData(9, 0, 0, ClassOffer.FreeSeats)]
    [InlineData(10, 0, 0, ClassOffer.WaitlistOnly)]
    [InlineData(7, 3, 0, ClassOffer.PrioritySeats)]
    [InlineData(10, 3, 3, ClassOffer.WaitlistOnly)]
    [InlineData(8, 3, 2, ClassOffer.FreeSeats)]
    public void Offer_BySeatsTaken_CountsHeldSeats(int confirmed, int held, int ofPriority, ClassOffer expected)
    {
        TrainingClass c = Registering(capacity: 10, held: held);
        c = c with { Seats = c.Seats with { Confirmed = confirmed, ConfirmedPriority = ofPriority } };
        Assert.Equal(expected, c.OfferAt(BeforeTheEnd));
    }

    [Fact]
    public void Offer_OfHeldSeatsThatNobodyMayTake_IsTheWaitlist()
    {
        TrainingClass c = Registering(capacity: 10, held: 3) with { PriorityPlaces = [] };
        Assert.Equal(ClassOffer.WaitlistOnly, (c with { Seats = c.Seats with { Confirmed = 7 } }).OfferAt(BeforeTheEnd));
    }

    [Fact]
    public void Offer_WhileSomebodyWaitsForAFreeSeat_IsTheWaitlist()
    {
        TrainingClass c = Registering(capacity: 10);
        c = c with { Seats = c.Seats with { Confirmed = 9, Waitlisted = 2 } };
        Assert.Equal(ClassOffer.WaitlistOnly, c.OfferAt(BeforeTheEnd));
    }
}
