using Azure;
using Xunit;

namespace NtmServerless.Functions.Tests.Hosting;

/// <summary>A log tells where it failed, not what somebody sent.</summary>
public sealed class FailureTraceTests
{
    [Fact]
    public void Of_AnException_HasTypesPlacesAndCodes_AndNoMessage()
    {
        try
        {
            try
            {
                _ = int.Parse("Nguyễn Thị Hoa", System.Globalization.CultureInfo.InvariantCulture);
            }
            catch (FormatException inner)
            {
                throw new AggregateException("Hoa", new RequestFailedException(409, "Hoa 0912345678", "EntityAlreadyExists", inner));
            }
        }
        catch (AggregateException e)
        {
            string trace = FailureTrace.Of(e);
            foreach (string part in (string[])["AggregateException", "RequestFailedException 409 EntityAlreadyExists", "FormatException", nameof(FailureTraceTests)])
                Assert.Contains(part, trace, StringComparison.Ordinal);
            Assert.DoesNotContain("Hoa", trace, StringComparison.Ordinal);
            Assert.DoesNotContain("0912345678", trace, StringComparison.Ordinal);
        }
    }
}
