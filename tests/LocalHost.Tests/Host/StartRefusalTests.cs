using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using NtmServerless.LocalHost.Tests.Host.Support;
using NtmServerless.Testing;
using Xunit;

namespace NtmServerless.LocalHost.Tests.Host;

public sealed class StartRefusalTests(AzuriteServer azurite)
{
    [Theory]
    [InlineData(typeof(SlashRoute), "begins with '/'")]
    [InlineData(typeof(AdminRoute), "begins with admin")]
    [InlineData(typeof(SameRoute), "SameB (api/lop/{ma}) is never reached: SameA")]
    [InlineData(typeof(CatchAllFirst), "Home (api/{empty:maxlength(0)?}) is never reached: Fallback")]
    [InlineData(typeof(SameName), "Several functions have the name Twice")]
    [InlineData(typeof(BadSchedule), "\"every day\" is not an NCRONTAB schedule")]
    [InlineData(typeof(UnknownParameter), "nothing supplies parameter 'number'")]
    [InlineData(typeof(BadTemplate), "Function BadTemplate")]
    public void Build_WhenTheOfficialHostWouldNotServeIt_SaysWhy(Type functions, string reason)
    {
        using TemporaryFolder folder = new();
        FunctionsApplicationBuilder builder = FunctionsApplication.CreateBuilder(RunningHost.Options(azurite, folder.Path), [functions]);
        builder.ConfigureFunctionsWebApplication();

        InvalidOperationException refusal = Assert.Throws<InvalidOperationException>(() => builder.Build());

        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_WithHttpFunctionsButNoWebApplication_SaysWhatToCall()
    {
        using TemporaryFolder folder = new();
        FunctionsApplicationBuilder builder = FunctionsApplication.CreateBuilder(RunningHost.Options(azurite, folder.Path), [typeof(Served)]);

        InvalidOperationException refusal = Assert.Throws<InvalidOperationException>(() => builder.Build());

        Assert.Contains("ConfigureFunctionsWebApplication()", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Build_WhenRoutesOnlyOverlap_Starts()
    {
        await using RunningHost host = await RunningHost.StartAsync(azurite, typeof(Served));

        Assert.Equal("B", await host.GetAsync("/api/lop/x"));
    }

    internal static class SlashRoute
    {
        [Function("SlashRoute")]
        public static IResult Get([HttpTrigger("get", Route = "/")] HttpRequest request) => Results.Ok();
    }

    internal static class AdminRoute
    {
        [Function("AdminRoute")]
        public static IResult Get([HttpTrigger("get", Route = "adminthu")] HttpRequest request) => Results.Ok();
    }

    internal static class SameRoute
    {
        [Function("SameA")]
        public static IResult A([HttpTrigger("get", "post", Route = "lop/{id}")] HttpRequest request) => Results.Ok();

        [Function("SameB")]
        public static IResult B([HttpTrigger("get", Route = "lop/{ma}")] HttpRequest request) => Results.Ok();
    }

    internal static class CatchAllFirst
    {
        [Function("Home")]
        public static IResult Home([HttpTrigger("get", Route = "{empty:maxlength(0)?}")] HttpRequest request) => Results.Ok();

        [Function("Fallback")]
        public static IResult Fallback([HttpTrigger("get", Route = "{*x}")] HttpRequest request) => Results.Ok();
    }

    internal static class SameName
    {
        [Function("Twice")]
        public static IResult A([HttpTrigger("get", Route = "a")] HttpRequest request) => Results.Ok();

        [Function("twice")]
        public static IResult B([HttpTrigger("get", Route = "b")] HttpRequest request) => Results.Ok();
    }

    internal static class BadSchedule
    {
        [Function("BadSchedule")]
        public static void Tick([TimerTrigger("every day")] TimerInfo timer)
        {
        }
    }

    internal static class UnknownParameter
    {
        [Function("UnknownParameter")]
        public static IResult Get([HttpTrigger("get", Route = "so/{other}")] HttpRequest request, int number) => Results.Ok(number);
    }

    internal static class BadTemplate
    {
        [Function("BadTemplate")]
        public static IResult Get([HttpTrigger("get", Route = "lop/{id")] HttpRequest request) => Results.Ok();
    }

    internal static class Served
    {
        [Function("A")]
        public static IResult A([HttpTrigger("get", Route = "lop/{id:int}")] HttpRequest request) => Results.Text("A");

        [Function("B")]
        public static IResult B([HttpTrigger("get", Route = "lop/{id}")] HttpRequest request) => Results.Text("B");

        [Function("C")]
        public static IResult C([HttpTrigger("post", Route = "lop/{id}")] HttpRequest request) => Results.Text("C");
    }
}
