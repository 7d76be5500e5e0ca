using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Azure.Functions.Worker;

namespace NtmServerless.Functions.Hosting;

/// <summary>
/// Looking for people without their names in an address, which stays in histories and in the logs of whoever passes it on: the words are
/// posted, and the list's address gets them sealed.
/// </summary>
public sealed class PersonSearch(PersonSearchWords words)
{
    [Function(nameof(PostPersonSearch))]
    [Callers(Roles.Everyone)]
    public async Task<IResult> PostPersonSearch([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = PersonSearchRoutes.Search)] HttpRequest request)
    {
        FormState typed = await PagePosts.TypedAsync(request);
        string list = ReturnPath.Checked(typed.Value(PersonFilter.List)) is { } path
            && path.StartsWith(HomePaths.Home + "/", StringComparison.Ordinal) && !path.Contains('?', StringComparison.Ordinal)
            ? path
            : throw new BadFormException("bad-request", StatusCodes.Status400BadRequest);
        QueryBuilder query = [];
        foreach ((string name, string[] values) in typed.Values)
        {
            if (name == PersonFilter.List || values[0].Trim() is not { Length: > 0 and <= PersonSearchWords.Longest } value) continue;
            query.Add(name, name == PersonFilter.Words ? words.Seal(value) : value);
        }

        return PageAnswers.GoTo(list + query);
    }
}
