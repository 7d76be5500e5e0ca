using Microsoft.AspNetCore.Http;

namespace NtmServerless.Functions.Hosting;

/// <summary>Takes a posted form with a file, as <see cref="PagePosts"/> takes one without.</summary>
public sealed class FilePosts(Problems problems)
{
    /// <param name="act">Does it, and gives where the browser goes; gets the idempotency key of the form.</param>
    /// <param name="again">Shows the form again: what was typed, what is wrong, the answer's status.</param>
    public async Task<IResult> DoAsync(HttpRequest request, Func<IFormCollection, string, Task<IResult>> act, Func<FormState, int, Task<IResult>> again)
    {
        IFormCollection form = FormCollection.Empty;
        try
        {
            form = await UploadReader.FormAsync(request);
            string key = form[PagePosts.KeyField] is [{ Length: > 0 and <= 64 } given] ? given : Guid.NewGuid().ToString("N");
            return await act(form, key);
        }
        catch (Exception e) when (e is InvalidInputException or BadFormException or RuleBrokenException)
        {
            Problem problem = problems.Of(e);
            return await again(PagePosts.StateOf(form, problem, Guid.NewGuid().ToString("N")), problem.Status);
        }
    }
}
