using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using NtmServerless.Functions.Access;
using NtmServerless.Functions.OpenApi;
using NtmServerless.Functions.Texts;

namespace NtmServerless.Functions.Http;

/// <summary>What a browser finds at the address that the start prints: what this is, and where its answers are.</summary>
internal sealed class Home(VietnameseTexts texts)
{
    [Function(nameof(ShowHome))]
    [Public]
    [Operation("Trang đầu", Media = "text/html")]
    public IResult ShowHome([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "{empty:maxlength(0)?}")] HttpRequest request)
    {
        string Text(string key) => WebUtility.HtmlEncode(texts.Page(key));
        return Results.Text(
            $"""
            <!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{Text("home-title")}</title>
            <style>body{"{"}font:18px/1.5 sans-serif;max-width:40rem;margin:2rem auto;padding:0 1rem{"}"}</style></head>
            <body><h1>{Text("home-title")}</h1><p>{Text("home-text")}</p>
            <ul><li><a href="/api/public/classes">{Text("home-classes")}</a></li>
            <li><a href="/api/openapi.json">{Text("home-api")}</a></li>
            <li><a href="/api/health">{Text("home-health")}</a></li></ul></body></html>
            """, "text/html; charset=utf-8");
    }
}
