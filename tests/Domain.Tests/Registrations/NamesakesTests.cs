using Xunit;
using static NtmServerless.Domain.Tests.Classes.SampleClass;

namespace NtmServerless.Domain.Tests.Registrations;

public sealed class NamesakesTests
{
    [Fact]
    public void Settle_MarksWhoStandsTwiceByTodaysRule_AndNobodyElse()
    {
        RegisterBook book = new(Registering());
        book.Register(3);
        Registration twice = book.Registrations[2] with { Applicant = book.Registrations[0].Applicant };
        Registration marked = Assert.Single(Namesakes.Settle([book.Registrations[0], book.Registrations[1], twice]));
        Assert.Equal((twice.Code, true), (marked.Code, marked.Namesake));
        Assert.Empty(Namesakes.Settle([book.Registrations[0], book.Registrations[1], marked]));
    }

    [Fact]
    public void Settle_WhenTheFirstIsGone_TakesTheMarkOffTheNext()
    {
        RegisterBook book = new(Registering());
        book.Register(2);
        Registration beside = book.Registrations[1] with { Applicant = book.Registrations[0].Applicant, Namesake = true };
        Registration gone = book.Registrations[0] with { Status = RegistrationStatus.Cancelled };
        Assert.False(Assert.Single(Namesakes.Settle([gone, beside])).Namesake);
    }
}
