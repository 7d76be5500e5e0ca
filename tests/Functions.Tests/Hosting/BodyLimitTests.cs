using Microsoft.AspNetCore.Http;
using Xunit;

namespace NtmServerless.Functions.Tests.Hosting;

public sealed class BodyLimitTests
{
    [Theory]
    [InlineData(100, null)]
    [InlineData(100, 100L)]
    [InlineData(0, null)]
    public async Task Body_UpToTheLimit_IsRead(int bytes, long? told) => Assert.Equal(bytes, (await ReadAsync(bytes, told)).Length);

    [Theory]
    [InlineData(101, null)]
    [InlineData(101, 101L)]
    [InlineData(50_000, null)]
    public async Task Body_OverTheLimit_IsTooLarge(int bytes, long? told) =>
        Assert.Equal(413, (await Assert.ThrowsAsync<BadFormException>(() => ReadAsync(bytes, told))).Status);

    [Fact]
    public async Task Form_OverTheLimit_IsTooLarge()
    {
        HttpRequest request = Request(new byte[101], null);
        request.ContentType = "application/x-www-form-urlencoded";
        BodyLimit.Set(request, 100);
        await Assert.ThrowsAsync<BadFormException>(() => request.ReadFormAsync(TestContext.Current.CancellationToken));
    }

    private static async Task<byte[]> ReadAsync(int bytes, long? told)
    {
        HttpRequest request = Request(new byte[bytes], told);
        BodyLimit.Set(request, 100);
        using MemoryStream read = new();
        await request.Body.CopyToAsync(read, TestContext.Current.CancellationToken);
        return read.ToArray();
    }

    private static HttpRequest Request(byte[] body, long? told)
    {
        HttpRequest request = new DefaultHttpContext().Request;
        request.Body = new MemoryStream(body);
        request.ContentLength = told;
        return request;
    }
}
