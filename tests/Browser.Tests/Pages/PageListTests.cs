using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;
using Xunit;

namespace NtmServerless.Browser.Tests.Pages;

/// <summary>No page is forgotten: each route that shows one is in the list.</summary>
public sealed partial class PageListTests
{
    // Files, and pages that only a journey reaches.
    private static readonly string[] Elsewhere = ["lop/{classId}/lich.ics", "lich/{secret}/viec-cua-toi.ics", "tai-nguyen/{*path}",
        "can-bo/lop/{classId}/diem-danh", "can-bo/ke-hoach/tep", "can-bo/ke-hoach/sao-chep/tep", "can-bo/ngon-ngu/{tag}/loi",
        "can-bo/lop-don-vi-khai/{declarationId}/ban-quet"];

    [Fact]
    public void Route_EachThatShowsAPage_IsInTheList()
    {
        string[] routes = [.. Assembly.Load("NtmServerless.Functions").GetTypes().SelectMany(t => t.GetMethods(BindingFlags.Instance | BindingFlags.Public))
            .SelectMany(m => m.GetParameters()).Select(p => p.GetCustomAttribute<HttpTriggerAttribute>())
            .Where(t => t is { Route: { } route } && t.Methods is [var first, ..] && first == "get" && !route.StartsWith("api", StringComparison.Ordinal))
            .Select(t => t!.Route!).Where(r => !r.EndsWith("xlsx", StringComparison.Ordinal)).Except(Elsewhere).Distinct()];
        Assert.True(routes.Length > 35, $"{routes.Length} routes found");
        Assert.Equal([], routes.Where(route => !PageList.All.Any(p => Regex.IsMatch(p.Path.Split('?')[0], Pattern(route)))));
    }

    private static string Pattern(string route) => "^/" + Value().Replace(route.Contains(":maxlength(0)", StringComparison.Ordinal) ? "" : route, "[^/]+") + "$";

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Value();
}
