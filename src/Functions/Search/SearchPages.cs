using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace NtmServerless.Functions.Search;

/// <summary>One page for whatever an officer looks for.</summary>
public sealed class SearchPages(SearchActs acts, CurrentPlan current, PersonSearchWords sealedWords, PageAnswers answers)
{
    /// <summary>The plain words, of a form that cannot post; the answer leads on to an address without them.</summary>
    private const string Plain = "q";

    // Each group begins with so many; all of it is a list like others.
    private const int MostInAGroup = 20;

    [Function(nameof(ShowSearch))]
    [ShowsTheRest]
    [Callers(Roles.Everyone)]
    public async Task<IResult> ShowSearch([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = SearchRoutes.Search)] HttpRequest request)
    {
        // A name must not stay in an address: histories and logs keep those.
        if (request.Text(Plain) is { } plain) return PageAnswers.GoTo(request.Keep($"{SearchPaths.Search}?{PersonFilter.Words}={sealedWords.Seal(plain)}"));
        CancellationToken cancellation = request.HttpContext.RequestAborted;
        Plan plan = await current.OfAsync(request);
        SearchWords words = SearchWords.Of(sealedWords.Of(request));
        if (words.IsEmpty) return Show(request, new SearchView(plan, null, null, null, null, null, 0, SearchPaths.Search));

        SearchGroup? group = request.Choice<SearchGroup>(SearchView.OfGroup);
        Caller caller = request.Caller();
        string path = request.PathWithout(SearchView.OfGroup, "trang");
        (IReadOnlyList<TrainingClass> all, IReadOnlyList<TrainingClass> classes) = await acts.ClassesAsync(plan, words, cancellation);
        Slice<FoundPerson>? people = null;
        int unread = 0;
        if (caller.Role is Role.Administrator or Role.LeadUnit or Role.Commune && group is null or SearchGroup.People)
        {
            people = new([], 0, 1, path);
            (_, unread) = await acts.PeopleAsync(all, caller, words, found => (people = Of(request, found, group)).Lines, cancellation);
        }

        return Show(request, new SearchView(
            plan, sealedWords.Of(request), group,
            group is null or SearchGroup.Classes ? Of(request, classes, group) : null, people,
            group is null or SearchGroup.Documents ? Of(request, await acts.DocumentsAsync(plan, caller, words, cancellation), group) : null, unread, path));
    }

    private static Slice<T> Of<T>(HttpRequest request, IReadOnlyList<T> found, SearchGroup? group) =>
        group is null ? new Slice<T>([.. found.Take(MostInAGroup)], found.Count, 1, "") : request.SliceOf(found);

    private IResult Show(HttpRequest request, SearchView view) => answers.Page<SearchPage, SearchView>(request, view);
}
