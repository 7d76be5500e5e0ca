using System.Net;
using NtmServerless.LocalHost.Tests.Host.Support;
using Xunit;

namespace NtmServerless.LocalHost.Tests.Host;

public sealed class HttpRoutingTests(SharedHost shared)
{
    [Theory]
    [InlineData("/api/lop/moi", "CFixed")]
    [InlineData("/api/lop/17", "DClass 17")]
    [InlineData("/api/lop/abc/def", "ZRest abc/def")]
    [InlineData("/api/LOP/17/", "DClass 17")]
    [InlineData("/api", "BHome")]
    [InlineData("/api/ten/a%2Fb", "Named a%2Fb 5")]
    [InlineData("/api/ten/%C4%91%E1%BA%A7u", "Named đầu 3")]
    [InlineData("/api/ma/0f8fad5b-d9cb-469f-a165-70867728950e", "ByGuid 0f8fad5b-d9cb-469f-a165-70867728950e")]
    [InlineData("/api/co/x", "Maybe x null")]
    [InlineData("/api/co/x/y", "Maybe x y")]
    [InlineData("/api/unnamed", "Unnamed")]
    public async Task Route_IsTheFirstInTheAlphabet_AndFillsParametersAsTheOfficialHostDoes(string path, string answer) =>
        Assert.Equal(answer, await (await shared.HostAsync()).GetAsync(path));

    [Theory]
    [InlineData("POST", "/api/lop/17", HttpStatusCode.NotFound)]
    [InlineData("HEAD", "/api/lop/17", HttpStatusCode.NotFound)]
    [InlineData("HEAD", "/api", HttpStatusCode.OK)]
    [InlineData("GET", "/api/nowhere", HttpStatusCode.NotFound)]
    [InlineData("GET", "/", HttpStatusCode.NotFound)]
    public async Task Method_WhenNoFunctionDeclaresIt_IsAnEmpty404NotAllowed(string method, string path, HttpStatusCode status)
    {
        using HttpResponseMessage answer = await (await shared.HostAsync()).SendAsync(new HttpMethod(method), path);

        Assert.Equal(status, answer.StatusCode);
        Assert.True(status == HttpStatusCode.OK || (answer.Content.Headers.ContentLength ?? 0) == 0);
    }
}
