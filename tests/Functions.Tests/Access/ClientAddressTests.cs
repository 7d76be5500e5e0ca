using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace NtmServerless.Functions.Tests.Access;

/// <summary>A header tells clients apart only where it comes from somebody who is believed.</summary>
public sealed class ClientAddressTests
{
    [Theory]
    // Nothing set: whoever connected.
    [InlineData(null, null, false, "10.0.0.5", "1.2.3.4", "10.0.0.5")]
    [InlineData(null, null, false, "::ffff:10.0.0.5", null, "10.0.0.5")]
    // On Azure without a header nothing is known.
    [InlineData(null, null, true, "10.0.0.5", "1.2.3.4", null)]
    // From who is believed.
    [InlineData("X-Client-IP", "10.0.0.5", false, "10.0.0.5", "1.2.3.4", "1.2.3.4")]
    [InlineData("X-Client-IP", "10.0.0.0/8, ::1", false, "::ffff:10.9.9.9", "1.2.3.4:5678", "1.2.3.4")]
    [InlineData("X-Client-IP", "any", true, "169.254.1.1", "1.2.3.4", "1.2.3.4")]
    [InlineData("X-Client-IP", "any", true, "169.254.1.1", "6.6.6.6, 1.2.3.4", "1.2.3.4")]
    // A believed one that says nothing readable.
    [InlineData("X-Client-IP", "any", true, "169.254.1.1", null, null)]
    [InlineData("X-Client-IP", "any", true, "169.254.1.1", "unknown", null)]
    // From anybody else it says nothing.
    [InlineData("X-Client-IP", "10.0.0.0/8", false, "192.168.1.7", "1.2.3.4", "192.168.1.7")]
    public void Of_ARequest_IsWhatATrustworthyPartySays(string? header, string? from, bool onAzure, string connected, string? sent, string? expected)
    {
        DefaultHttpContext http = new() { Connection = { RemoteIpAddress = IPAddress.Parse(connected) } };
        if (sent is not null) http.Request.Headers["X-Client-IP"] = sent;
        ClientAddress addresses = Of(header, from, onAzure);
        Assert.Null(addresses.Problem);
        Assert.Equal(expected, addresses.Of(http));
    }

    [Fact]
    public void Of_AddressesOfOneIpv6Network_IsOne()
    {
        ClientAddress addresses = Of(null, null, false);
        string?[] found = [.. ((string[])["2001:db8:1:2::1", "2001:db8:1:2:ffff::9", "2001:db8:1:3::1"]).Select(a => addresses.Of(new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Parse(a) } }))];
        Assert.Equal(found[0], found[1]);
        Assert.NotEqual(found[0], found[2]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("everybody")]
    [InlineData("10.0.0.0/8 x")]
    public void Header_WithoutSayingWhoIsBelieved_IsAProblem(string? from) => Assert.Equal("client-address-from", Of("X-Client-IP", from, false).Problem);

    private static ClientAddress Of(string? header, string? from, bool onAzure) => new(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
    {
        [ClientAddress.HeaderSetting] = header,
        [ClientAddress.FromSetting] = from,
        ["WEBSITE_SITE_NAME"] = onAzure ? "func-ntm" : null,
    }).Build());
}
