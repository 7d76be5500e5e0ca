using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;

namespace NtmServerless.Functions.Hosting;

/// <summary>
/// Takes a posted form: reads it as the API reads its JSON, lets the act decide, sends the browser on. What is refused
/// comes back in the form itself, with what was typed.
/// </summary>
public sealed class PagePosts(AskReader read, Problems problems)
{
    public const string KeyField = "_key";

    /// <param name="act">Does it, and gives where the browser goes.</param>
    /// <param name="again">Shows the form again: what was typed, what is wrong, the answer's status.</param>
    public async Task<IResult> DoAsync<TForm>(
        HttpRequest request, DurableTaskClient client, Func<Ask<TForm>, Task<IResult>> act, Func<FormState, int, Task<IResult>> again)
    {
        IFormCollection form = await FormAsync(request);
        string key = form[KeyField] is [{ Length: > 0 and <= 64 } given] ? given : Guid.NewGuid().ToString("N");
        try
        {
            JsonObject fields = FormFields.Read(form);
            TForm asked = fields.Deserialize<TForm>(Wire.Form) ?? throw new JsonException();
            return await act(read.Make(request, client, asked, Encoding.UTF8.GetBytes(fields.ToJsonString()), key));
        }
        catch (Exception e) when (problems.Of(e) is { Status: < 500 or 503 } problem && !IsForTheDoor(e))
        {
            // A key that was used for something else, or whose refusal is kept, would be refused for ever: the corrected form gets a new one.
            if (problem.Code is "idempotency-key-reused" or Rule.AlreadyRegistered) key = Guid.NewGuid().ToString("N");
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
        IFormCollection form = await FormAsync(request);
        FormState fresh = FormState.Fresh();
        return fresh with
        {
            Values = form.Where(f => !f.Key.StartsWith('_')).ToDictionary(f => f.Key, f => f.Value.Select(v => v ?? "").ToArray(), StringComparer.Ordinal),
            Key = form[KeyField] is [{ Length: > 0 and <= 64 } given] ? given : fresh.Key,
        };
    }

    private static async Task<IFormCollection> FormAsync(HttpRequest request)
    {
        if (!request.HasFormContentType) throw BadFormException.WrongType("application/x-www-form-urlencoded");
        return await request.ReadFormAsync(request.HttpContext.RequestAborted);
    }

    // Whoever may not do it at all gets a page that says so, not the form again.
    private static bool IsForTheDoor(Exception e) => e is UnauthenticatedException or ForbiddenException;
}
