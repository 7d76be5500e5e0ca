using Xunit;

namespace NtmServerless.Domain.Tests.Registrations;

public sealed class ShownPhoneTests
{
    [Theory]
    [InlineData("+84912345678", "0912345678", "•••678")]
    [InlineData("0912345678", "0912345678", "•••678")]
    [InlineData("113", "113", "•••113")]
    [InlineData("84", "84", null)]
    [InlineData(null, null, null)]
    public void Phone_IsShownAsPeopleDialIt_OrByItsLastDigits(string? kept, string? dialled, string? masked)
    {
        Applicant person = SamplePeople.Person(1);
        Applicant applicant = person with { Personal = person.Personal! with { Phone = kept } };
        Assert.Equal((dialled, masked), (applicant.DialledPhone(), applicant.MaskedPhone()));
    }
}
