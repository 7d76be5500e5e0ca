using System.Net;
using Xunit;

namespace NtmServerless.Functions.Tests.BadInput;

/// <summary>What every refusal has in common: a problem in Vietnamese with a stable type, and a class that is as it was.</summary>
internal static class Untouched
{
    public static async Task RefusedAsync(
        this RunningApp app, ClassId classId, Func<Task<Answer>> send, HttpStatusCode status, string problem, string? field = null)
    {
        string before = (await app.Administrator.GetAsync($"/api/classes/{classId}")).Text;
        Answer answer = await send();
        Assert.Equal((status, problem), (answer.Status, answer.Problem));
        Assert.True(answer.Json["detail"]!.GetValue<string>().Length > 0);
        if (field is not null) Assert.Contains(field, answer.Json["errors"]!.AsObject().Select(e => e.Key));
        Assert.Equal(before, (await app.Administrator.GetAsync($"/api/classes/{classId}")).Text);
    }
}
