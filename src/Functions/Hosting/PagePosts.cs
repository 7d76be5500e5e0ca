using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace NtmServerless.Functions.Hosting;

/// <summary>
/// Takes a posted form: reads it as the API reads its JSON, lets the act decide, sends the browser on. What is refused
/// comes back in the form itself, with what was typed.
/// </summary>
public sealed class PagePosts(AskReader read, Problems problems, ILogger<PagePosts> log)
{
    /// <param name="act">Does it, and gives where the browser goes.</param>
    /// <param name="again">Shows the form again: what was typed, what is wrong, the answer's status.</param>
    public Task<IResult> DoAsync<TForm>(
        HttpRequest request, DurableTaskClient client, Func<Ask<TForm>, Task<IResult>> act, Func<FormState, int, Task<IResult>> again) =>
        ReadAsync<TForm>(request, (form, content, key) => act(read.Make(request, client, form, content, key)), again);

    /// <summary>As <see cref="DoAsync"/>, for what needs no key and wakes nobody: a look-up, a try, a password.</summary>
    public Task<IResult> TakeAsync<TForm>(HttpRequest request, Func<TForm, Task<IResult>> act, Func<FormState, int, Task<IResult>> again) =>
        ReadAsync<TForm>(request, (form, _, _) => act(form), again);

    private async Task<IResult> ReadAsync<TForm>(
        HttpRequest request, Func<TForm, byte[], string, Task<IResult>> act, Func<FormState, int, Task<IResult>> again)
    {
        IFormCollection form = await PostedForm.ReadAsync(request);
        string key = PostedForm.KeyOf(form);
        try
        {
            JsonObject fields = FormFields.Read(form);
            TForm typed = RequestJson.Read(() => fields.Deserialize<TForm>(Wire.Form));
            return await act(typed, Encoding.UTF8.GetBytes(fields.ToJsonString()), key);
        }
        catch (Exception e) when (problems.Of(e) is { Status: < 500 or 503 } problem && !IsForTheDoor(e))
        {
            Measures.Refused(problem.Code);
            if (problem.Status == 503) RequestLog.PutOff(log, request.Path, problem.Code, FailureTrace.Of(e));
            // A key that was used for something else, or whose refusal is kept, would be refused for ever: the corrected form gets a new one.
            if (problem.Code is "idempotency-key-reused" or Rule.AlreadyRegistered) key = PostedForm.NewKey();
            if (problem.RetryAfter is { } seconds) request.HttpContext.Response.Headers.RetryAfter = seconds;
            return await again(StateOf(form, problem, key), problem.Status);
        }
    }

    /// <summary>What was typed, and what is wrong with it.</summary>
    public static FormState StateOf(IFormCollection form, Problem problem, string key) => new(
        form.Where(f => !f.Key.StartsWith('_')).ToDictionary(f => f.Key, f => f.Value.Select(v => v ?? "").ToArray(), StringComparer.Ordinal),
        problem.Errors ?? new Dictionary<string, string[]>(), new FormProblem(problem.Code, problem.Title, problem.Detail), key);

    /// <summary>What was typed into a form that is shown again without being wrong, under the same key.</summary>
    public static async Task<FormState> TypedAsync(HttpRequest request)
    {
        IFormCollection form = await PostedForm.ReadAsync(request);
        FormState fresh = FormState.Fresh();
        return fresh with
        {
            Values = form.Where(f => !f.Key.StartsWith('_')).ToDictionary(f => f.Key, f => f.Value.Select(v => v ?? "").ToArray(), StringComparer.Ordinal),
            Key = PostedForm.GivenKey(form) ?? fresh.Key,
        };
    }

    // Whoever may not do it at all gets a page that says so, not the form again.
    private static bool IsForTheDoor(Exception e) => e is UnauthenticatedException or ForbiddenException;
}
