using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;
using NtmServerless.LocalHost.Tests.Host.Support;
using NtmServerless.Testing;
using Xunit;

namespace NtmServerless.LocalHost.Tests.Host;

public sealed class HttpRoutingTests(AzuriteServer azurite)
{
    [Fact]
    public async Task Route_WhenSeveralMatch_IsTheFirstInTheAlphabet()
    {
        await using RunningHost host = await RunningHost.StartAsync(azurite, typeof(Routes));

        Assert.Equal("CFixed", await host.GetAsync("/api/lop/moi"));
        Assert.Equal("DClass 17", await host.GetAsync("/api/lop/17"));
        Assert.Equal("ZRest", await host.GetAsync("/api/lop/abc/def"));
    }

    [Theory]
    [InlineData("/api/LOP/17/", "DClass 17")]
    [InlineData("/api", "BHome")]
    [InlineData("/api/ten/a%2Fb", "Named a%2Fb")]
    [InlineData("/api/ma/0f8fad5b-d9cb-469f-a165-70867728950e", "ByGuid 0f8fad5b-d9cb-469f-a165-70867728950e")]
    [InlineData("/api/unnamed", "Unnamed")]
    public async Task Route_FillsParametersAsTheOfficialHostDoes(string path, string answer)
    {
        await using RunningHost host = await RunningHost.StartAsync(azurite, typeof(Routes));

        Assert.Equal(answer, await host.GetAsync(path));
    }

    [Fact]
    public async Task Method_WhenNoFunctionDeclaresIt_Is404NotAllowed()
    {
        await using RunningHost host = await RunningHost.StartAsync(azurite, typeof(Routes));

        using HttpResponseMessage post = await host.SendAsync(HttpMethod.Post, "/api/lop/17");
        using HttpResponseMessage undeclaredHead = await host.SendAsync(HttpMethod.Head, "/api/lop/17");
        using HttpResponseMessage declaredHead = await host.SendAsync(HttpMethod.Head, "/api");

        Assert.Equal(HttpStatusCode.NotFound, post.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, undeclaredHead.StatusCode);
        Assert.Equal(HttpStatusCode.OK, declaredHead.StatusCode);
    }

    internal static class Routes
    {
        [Function("BHome")]
        public static IResult Home([HttpTrigger("get", "head", Route = "{empty:maxlength(0)?}")] HttpRequest request) =>
            Results.Text("BHome");

        [Function("CFixed")]
        public static IResult Fixed([HttpTrigger("get", Route = "lop/moi")] HttpRequest request) => Results.Text("CFixed");

        [Function("DClass")]
        public static IResult Class([HttpTrigger("get", Route = "lop/{id:int}")] HttpRequest request, int id) => Results.Text($"DClass {id}");

        [Function("Named")]
        internal static async Task<IResult> Named([HttpTrigger("get", Route = "ten/{name}")] HttpRequest request, string name)
        {
            await Task.Yield();
            return Results.Text($"Named {request.HttpContext.GetRouteValue("name")}{(name.Length == 0 ? "!" : "")}");
        }

        [Function("ByGuid")]
        public static ValueTask<IResult> ByGuid([HttpTrigger("get", Route = "ma/{id:guid}")] HttpRequest request, Guid id) =>
            ValueTask.FromResult(Results.Text($"ByGuid {id}"));

        [Function("Unnamed")]
        public static IResult Unnamed([HttpTrigger("get", Route = "")] HttpRequest request) => Results.Text("Unnamed");

        [Function("ZRest")]
        public static IResult Rest([HttpTrigger("get", Route = "lop/{*rest}")] HttpRequest request) => Results.Text("ZRest");
    }
}
