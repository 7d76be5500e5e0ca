using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;

namespace NtmServerless.ProbeApp;

/// <summary>Routes of every kind; each answers with its name and what it was given.</summary>
public static class Routes
{
    [Function("BHome")]
    public static IResult Home([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "{empty:maxlength(0)?}")] HttpRequest request) =>
        Results.Text("BHome");

    [Function("CFixed")]
    public static IResult Fixed([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "lop/moi")] HttpRequest request) => Results.Text("CFixed");

    [Function("DClass")]
    public static IResult Class([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "lop/{id:int}")] HttpRequest request, int id) =>
        Results.Text($"DClass {id}");

    [Function("Named")]
    public static IResult Named([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "ten/{name}")] HttpRequest request, string name) =>
        Results.Text($"Named {request.HttpContext.GetRouteValue("name")} {name.Length}");

    [Function("ByGuid")]
    public static IResult ByGuid([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "ma/{id:guid}")] HttpRequest request, Guid id) =>
        Results.Text($"ByGuid {id}");

    [Function("Maybe")]
    public static IResult Maybe([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "co/{a}/{b?}")] HttpRequest request, string a, string? b) =>
        Results.Text($"Maybe {a} {b ?? "null"}");

    [Function("Unnamed")]
    public static IResult Unnamed([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => Results.Text("Unnamed");

    [Function("ZRest")]
    public static IResult Rest([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "lop/{*rest}")] HttpRequest request, string? rest) =>
        Results.Text($"ZRest {rest}");
}
